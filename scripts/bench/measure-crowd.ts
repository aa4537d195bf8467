import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { type Invitee, setStage } from "../ordeal/stage.ts";
import { type Figure, median } from "./figures.ts";
import { type Client, createClient } from "./http.ts";
import { addressOf, post } from "./measure-pulse.ts";
import { networkFor } from "./networks.ts";
import { time } from "./repeat.ts";
import type { Stand } from "./stand.ts";

/** Everybody of a large organisation answers within ten minutes of the mail. */
const CROWD = { teams: 1000, perTeam: 10, minutes: 10 };
const QUICK_CROWD = { teams: 50, perTeam: 10, minutes: 0.5 };
/** From opening the page to sending it. Short: that makes the load harder, not easier. */
const READING_MS = 3000;

type Visit = { page: number; send: number };

/**
 * People arrive at random moments, whether or not those before have been served, open the page and send it. Times run from
 * the moment of arrival, so that waiting in a queue counts.
 *
 * @throws Error at the first page or answer that is not received, and when the vault holds another number than was received
 */
export async function measureCrowd(stand: Stand, quick: boolean): Promise<Figure[]> {
  const { minutes, ...size } = quick ? QUICK_CROWD : CROWD;
  const superuser = postgres(stand.superuserUrl, { max: 1, onnotice: () => {} });
  const client = createClient(stand.port, 256);
  try {
    const { people, waveId } = await setStage(superuser, size);
    const visits = await Promise.all(
      people.map(async (one) => {
        await sleep(Math.random() * minutes * 60_000);
        return visit(client, one);
      }),
    );
    const [stored] = await superuser<{ n: number }[]>`select count(*)::int as n from inbox where wave_id = ${waveId}`;
    if (stored?.n !== people.length) throw new Error(`${people.length} were received, ${stored?.n} are stored`);
    const name = `${people.length.toLocaleString("en-GB")} people of ${size.teams.toLocaleString("en-GB")} teams in ${minutes} minutes`;
    return [
      ...figures(
        `${name}, no error: page`,
        visits.map(({ page }) => page),
      ),
      ...figures(
        `${name}, no error: answer`,
        visits.map(({ send }) => send),
      ),
    ];
  } finally {
    client.close();
    await superuser.end();
  }
}

async function visit(client: Client, one: Invitee): Promise<Visit> {
  const page = await time(async () => {
    const { status } = await client.send("GET", addressOf(one), {
      headers: { "x-forwarded-for": networkFor(one.number) },
    });
    if (status !== 200) throw new Error(`the page answered with HTTP ${status}`);
  });
  await sleep(READING_MS);
  return { page, send: await time(() => post(client, one)) };
}

function figures(name: string, times: readonly number[]): Figure[] {
  const sorted = times.toSorted((a, b) => a - b);
  const within95 = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
  return [
    { name: `${name}, half within`, unit: "ms", measured: median(times), raw: null, target: null },
    { name: `${name}, 95% within`, unit: "ms", measured: within95, raw: null, target: { below: 300 } },
  ];
}
