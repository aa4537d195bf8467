import { openClient } from "#db/client.ts";
import type { AssessmentForm, AssessmentValues, SavedAssessment } from "#contracts/assessments.ts";
import { createContext } from "#server/api/context.ts";
import { appRouter } from "#server/api/root.ts";
import { DEMO_PASSWORD } from "#db/seed/plant/accounts.ts";
import { type Figure, median } from "./figures.ts";
import { callProcedure, type Client, createClient, signIn } from "./http.ts";
import { type Organisation, SUPERVISORS, supervisorsOf } from "./organisations.ts";
import { recordStatements, replay, type Statement } from "./recording.ts";
import { type Amounts, rateOf } from "./repeat.ts";
import type { Stand } from "./stand.ts";

type Supervisor = { cookie: string; slug: string; teamId: string; form: AssessmentForm };

/**
 * Saves per second of eight supervisors, each over a connection of their own and for a team of their own, so that nobody
 * waits for somebody else's row: over HTTP against the very statements of such a save, sent by the bare driver.
 */
export async function measureSaves(stand: Stand, organisation: Organisation, amounts: Amounts): Promise<Figure[]> {
  const client = createClient(stand.port, SUPERVISORS);
  const raw = openClient(stand.urls.app, { max: SUPERVISORS, name: "bearing-bench" });
  try {
    const supervisors = await enter(client, organisation);
    const recorded = await recordEach(supervisors);
    const [overHttp, byDriver]: [number[], number[]] = [[], []];
    // Taken in turns, so that whatever else the machine does falls on both; the first turn warms up.
    for (let turn = 0; turn <= amounts.repetitions; turn += 1) {
      await Promise.all(supervisors.map((one) => reopen(client, one)));
      const saves = supervisors.map((one) => () => saveOnce(client, one));
      overHttp[turn] = await rateOf(amounts.seconds, saves);
      const replays = recorded.map((statements) => () => raw.sql.begin((tx) => replay(tx, statements)));
      byDriver[turn] = await rateOf(amounts.seconds, replays);
    }
    const count = recorded[0]?.length ?? 0;
    return [
      {
        name: "assessment saves over HTTP, 8 connections",
        unit: "/s",
        measured: median(overHttp.slice(1)),
        raw: { value: median(byDriver.slice(1)), what: `its ${count} statements by the bare driver, same role` },
        target: { share: 0.25 },
      },
    ];
  } finally {
    client.close();
    await raw.close();
  }
}

async function enter(client: Client, organisation: Organisation): Promise<Supervisor[]> {
  const supervisors: Supervisor[] = [];
  for (const { email, teamId } of supervisorsOf(organisation)) {
    const who = { slug: organisation.slug, cookie: await signIn(client, email, DEMO_PASSWORD), teamId };
    supervisors.push({ ...who, form: await open(client, who) });
  }
  return supervisors;
}

const open = (client: Client, who: { cookie: string; slug: string; teamId: string }) =>
  callProcedure<AssessmentForm>(client, who, {
    kind: "query",
    path: "assessments.open",
    input: { teamId: who.teamId },
  });

async function reopen(client: Client, one: Supervisor): Promise<void> {
  one.form = await open(client, one);
}

/** The answers change with each save: a save of what is stored already would store nothing. */
function nextInput({ form, teamId }: Supervisor) {
  const answer = 1 + ((form.revision + 1) % 5);
  const values: AssessmentValues = {
    ...form.values,
    signals: { U: 1, C: 2, I: 0, K: 1 },
    answers: form.values.answers.map((_, j) => (j === 11 ? null : answer)),
    facts: { ...form.values.facts, openCases: 40 + form.revision, arrivals: 12, closures: 9 },
  };
  return { waveId: form.wave?.id ?? "", teamId, basedOn: form.revision, values };
}

async function saveOnce(client: Client, one: Supervisor): Promise<void> {
  const input = nextInput(one);
  const saved = await callProcedure<SavedAssessment>(client, one, {
    kind: "mutation",
    path: "assessments.save",
    input,
  });
  if (saved.revision !== one.form.revision + 1) throw new Error("a save that changed nothing");
  one.form = { ...one.form, revision: saved.revision, values: input.values };
}

/** The second save of each, since the first one makes the row. */
async function recordEach(supervisors: readonly Supervisor[]): Promise<Statement[][]> {
  const recorded: Statement[][] = [];
  for (const one of supervisors) {
    const caller = appRouter.createCaller(await createContext(new Headers({ cookie: one.cookie }), one.slug));
    const save = async () => {
      const input = nextInput(one);
      const saved = await caller.assessments.save(input);
      one.form = { ...one.form, revision: saved.revision, values: input.values };
    };
    await save();
    recorded.push(await recordStatements(save));
  }
  return recorded;
}
