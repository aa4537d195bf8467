import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { answersOf, giverOf, type Stage } from "./stage.ts";

export type Urls = { app: string; releaser: string; respondent: string };

export type KillResult = {
  kills: number;
  answered: number;
  lost: number;
  doubled: number;
  /** Links marked used without an answer, or the other way round. */
  halves: number;
};

/** How many answers are under way at once. */
const AT_ONCE = 8;

/**
 * Everybody answers through a process that is killed with -9 again and again, as is the database. Whoever got no answer
 * tries again, as people do; whoever was told "received" does not.
 *
 * @param killDatabase ends Postgres with -9 and starts it again at the same address
 * @param kills how many of each
 */
export async function answerUnderFire(
  urls: Urls,
  stage: Stage,
  kills: number,
  killDatabase: () => Promise<void>,
): Promise<{ received: Set<number>; kills: number }> {
  const received = new Set<number>();
  const every = Math.ceil(stage.people.length / (kills + 1));
  // Small enough that every kill comes before the last answer.
  const batch = Math.max(1, Math.min(AT_ONCE * 4, Math.ceil(every / 2)));
  let done = 0;
  let child = start(urls);
  while (received.size < stage.people.length) {
    const left = stage.people.filter((p) => !received.has(p.number)).slice(0, batch);
    const asked = ask(child, left);
    const due = done < kills && received.size >= every * (done + 1);
    if (due) {
      // In the middle of what was just asked for, the one or the other first by turns.
      await sleep(Math.random() * 15);
      if (done % 2 === 0) child.process.kill("SIGKILL");
      await killDatabase();
      child.process.kill("SIGKILL");
      done++;
    }
    for (const number of await asked) received.add(number);
    if (due) child = start(urls);
  }
  child.process.kill("SIGKILL");
  return { received, kills: done };
}

type Child = { process: ChildProcess; answers: Map<number, (outcome: string) => void>; ended: Promise<void> };

function start(urls: Urls): Child {
  const process_ = spawn(process.execPath, [join(import.meta.dirname, "answering.ts"), JSON.stringify(urls)], {
    stdio: ["pipe", "pipe", "ignore"],
    env: process.env,
  });
  process_.stdin?.on("error", () => {});
  const answers: Child["answers"] = new Map();
  createInterface({ input: process_.stdout! }).on("line", (line) => {
    const { number, outcome } = JSON.parse(line) as { number: number; outcome: string };
    answers.get(number)?.(outcome);
  });
  const ended = new Promise<void>((resolve) => process_.once("close", () => resolve()));
  return { process: process_, answers, ended };
}

/** The numbers of those who were told "received" before the process ended. */
async function ask(child: Child, people: Stage["people"]): Promise<number[]> {
  const told: number[] = [];
  await Promise.all(
    people.map(async ({ number, link }) => {
      const outcome = await new Promise<string>((resolve) => {
        child.answers.set(number, resolve);
        void child.ended.then(() => resolve("ended"));
        const line = `${JSON.stringify({ number, link, answers: answersOf(number) })}\n`;
        // Every fifth clicks twice.
        child.process.stdin?.write(number % 5 === 0 ? line + line : line);
      });
      if (outcome === "received") told.push(number);
    }),
  );
  return told;
}

/** What is stored against what was acknowledged. */
export async function judge(
  superuser: Sql,
  stage: Stage,
  received: ReadonlySet<number>,
): Promise<Omit<KillResult, "kills">> {
  const rows = await superuser<{ answers: number[]; unit_id: string }[]>`
    select answers, unit_id from inbox where wave_id = ${stage.waveId}`;
  const stored = rows.map((r) => giverOf(r.answers));
  const distinct = new Set(stored);
  const halves = await superuser`
    select from (select unit_id, count(*) filter (where used) as used from invitation where wave_id = ${stage.waveId} group by 1) i
    full join (select unit_id, count(*) as answers from inbox where wave_id = ${stage.waveId} group by 1) b using (unit_id)
    where coalesce(used, 0) <> coalesce(answers, 0)`;
  return {
    answered: received.size,
    lost: [...received].filter((n) => !distinct.has(n)).length,
    doubled: stored.length - distinct.size,
    halves: halves.length,
  };
}
