import { createHash } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { openClient } from "#db/client.ts";
import { answersOf, type Invitee, setStage } from "../ordeal/stage.ts";
import { type Figure, median } from "./figures.ts";
import { type Client, createClient } from "./http.ts";
import { networkFor } from "./networks.ts";
import { type Amounts, rateOf, time } from "./repeat.ts";
import type { Stand } from "./stand.ts";

/** Everybody of fifty teams answers once in a repetition: a link can be used only once. */
const SIZE = { teams: 50, perTeam: 12 };

type Load = { rates: number[]; times: number[] };

/** Answers per second over HTTP against the vault's function called by the bare driver, with the same concurrency. */
export async function measurePulse(stand: Stand, amounts: Amounts): Promise<Figure[]> {
  const superuser = postgres(stand.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    const figures: Figure[] = [];
    for (const connections of [8, 32]) figures.push(...(await measureSubmits(stand, superuser, connections, amounts)));
    figures.push(await measureForm(stand, superuser, amounts));
    return figures;
  } finally {
    await superuser.end();
  }
}

async function measureSubmits(stand: Stand, superuser: Sql, connections: number, amounts: Amounts): Promise<Figure[]> {
  const client = createClient(stand.port, connections);
  const raw = openClient(stand.urls.respondent, { max: connections, name: "bearing-bench" });
  const [http, bare]: [Load, Load] = [
    { rates: [], times: [] },
    { rates: [], times: [] },
  ];
  try {
    // Taken in turns; the first one warms up.
    for (let turn = 0; turn <= amounts.repetitions; turn += 1) {
      const loads: [Load, (one: Invitee) => Promise<unknown>][] = [
        [http, (one) => post(client, one)],
        [bare, (one) => call(raw.sql, one)],
      ];
      for (const [load, answer] of loads) {
        const { people } = await setStage(superuser, SIZE);
        const done = await everybody(people, connections, answer);
        if (turn > 0) load.rates.push(people.length / (done.milliseconds / 1000));
        if (turn > 0) load.times.push(...done.times);
      }
    }
  } finally {
    client.close();
    await raw.close();
  }
  const what = "app.submit_pulse by the bare driver, same role and concurrency";
  const at = (share: number, of: Load): number =>
    of.times.toSorted((a, b) => a - b)[Math.floor(of.times.length * share)] ?? 0;
  return [
    {
      name: `pulse answers over HTTP, ${connections} connections`,
      unit: "/s",
      measured: median(http.rates),
      raw: { value: median(bare.rates), what },
      target: { share: 0.5 },
    },
    ...([0.5, 0.95] as const).map(
      (share): Figure => ({
        name: `the same, ${share === 0.5 ? "half of them" : "95%"} within`,
        unit: "ms",
        measured: at(share, http),
        raw: { value: at(share, bare), what },
        target: null,
      }),
    ),
  ];
}

/** All of them, `connections` at a time. */
async function everybody(people: readonly Invitee[], connections: number, answer: (one: Invitee) => Promise<unknown>) {
  const waiting = [...people];
  const times: number[] = [];
  const milliseconds = await time(() =>
    Promise.all(
      Array.from({ length: connections }, async () => {
        for (let one = waiting.pop(); one; one = waiting.pop()) {
          const whose = one;
          times.push(await time(() => answer(whose)));
        }
      }),
    ),
  );
  return { milliseconds, times };
}

export const addressOf = ({ link }: Invitee): string => `/r/${link.slug}.${link.code}.${link.secret}`;

/** Sends the form as a browser does. @throws Error when it is not received */
export async function post(client: Client, one: Invitee): Promise<void> {
  const answers = answersOf(one.number);
  const body = new URLSearchParams(STATEMENT_CODES.map((code, i) => [code, String(answers[i])])).toString();
  const reply = await client.send("POST", addressOf(one), {
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(Buffer.byteLength(body)),
      "x-forwarded-for": networkFor(one.number),
    },
    body,
  });
  if (reply.status !== 200 || !reply.body.includes("Received")) throw new Error(`an answer met HTTP ${reply.status}`);
}

async function call(sql: Sql, { link, number }: Invitee): Promise<void> {
  const hash = createHash("sha256").update(link.secret).digest();
  const [row] = await sql<{ outcome: string }[]>`
    select app.submit_pulse(${link.slug}, ${link.code}, ${hash}, ${`{${answersOf(number).join(",")}}`}::text::smallint[], null,
      '{null,null,null,null,null}', null) as outcome`;
  if (row?.outcome !== "received") throw new Error(`the vault said ${row?.outcome}`);
}

async function measureForm(stand: Stand, superuser: Sql, amounts: Amounts): Promise<Figure> {
  const connections = 8;
  const client = createClient(stand.port, connections);
  try {
    const { people } = await setStage(superuser, { teams: 1, perTeam: connections });
    let asked = 0;
    const get = async (path: string) => {
      asked += 1;
      const { status } = await client.send("GET", path, { headers: { "x-forwarded-for": networkFor(asked) } });
      if (status !== 200) throw new Error(`${path.slice(0, 3)} answered with HTTP ${status}`);
    };
    const [form, empty]: [number[], number[]] = [[], []];
    for (let turn = 0; turn <= amounts.repetitions; turn += 1) {
      form[turn] = await rateOf(
        amounts.seconds,
        people.map((one) => () => get(addressOf(one))),
      );
      empty[turn] = await rateOf(
        amounts.seconds,
        people.map(() => () => get("/api/health")),
      );
    }
    return {
      name: `the respondent's page, ${connections} connections`,
      unit: "/s",
      measured: median(form.slice(1)),
      raw: { value: median(empty.slice(1)), what: "/api/health: no page, one `select 1`" },
      target: { share: 0.5 },
    };
  } finally {
    client.close();
  }
}
