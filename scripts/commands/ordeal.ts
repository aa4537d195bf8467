import { advanceWave } from "#server/modules/waves/index.ts";
import { readOptions } from "../lib/options.ts";
import { runCommand, UserError } from "../lib/user-error.ts";
import { breakGround, type Ground } from "../ordeal/ground.ts";
import { answerUnderFire, judge } from "../ordeal/kill.ts";
import { raceClose } from "../ordeal/race.ts";
import { setStage } from "../ordeal/stage.ts";

const usage = "npm run ordeal -- [--rounds 200] [--people 500] [--answers 1000] [--kills 20]";

// The pulse under the loads of docs/anonymity.md, on a Postgres of its own: closing raced against answering, and answering
// while the app and the database are killed.
await runCommand(async () => {
  const given = readOptions(process.argv.slice(2), {
    required: [],
    optional: ["rounds", "people", "answers", "kills"],
    usage,
  });
  const number = (text: string | undefined, usual: number) => {
    const value = text === undefined ? usual : Number(text);
    if (!Number.isInteger(value) || value < 1) throw new UserError(`Give whole numbers.\nUsage: ${usage}`);
    return value;
  };
  const ground = await breakGround();
  try {
    const raced = await race(ground, number(given.rounds, 200), number(given.people, 500));
    const survived = await fire(ground, number(given.answers, 1000), number(given.kills, 20));
    return raced && survived ? 0 : 1;
  } finally {
    await ground.end();
  }
});

async function race(ground: Ground, rounds: number, people: number): Promise<boolean> {
  const total = { received: 0, refused: 0, failed: 0, lost: 0, kept: 0, doubled: 0 };
  const size = { teams: Math.ceil(people / 20), perTeam: Math.min(20, people) };
  for (let round = 1; round <= rounds; round++) {
    const result = await raceClose(ground.superuser, size, (orgId, waveId) => advanceWave({ orgId, waveId }));
    for (const [name, value] of Object.entries(result)) total[name as keyof typeof total] += value;
    if (round % 20 === 0) console.log(`closing against answering: ${round} of ${rounds} rounds`);
  }
  console.log(`closing against answering, ${rounds} rounds of ${size.teams * size.perTeam} people: ${words(total)}`);
  return total.failed + total.lost + total.kept + total.doubled === 0;
}

async function fire(ground: Ground, answers: number, kills: number): Promise<boolean> {
  const stage = await setStage(ground.superuser, { teams: Math.ceil(answers / 20), perTeam: Math.min(20, answers) });
  const { received, kills: done } = await answerUnderFire(ground.urls, stage, kills, ground.kill);
  const result = await judge(ground.superuser, stage, received);
  console.log(`answering under fire, ${done} kills of the app and of Postgres: ${words(result)}`);
  return result.lost + result.doubled + result.halves === 0 && result.answered === stage.people.length;
}

function words(of: Record<string, number>): string {
  return Object.entries(of)
    .map(([name, value]) => `${value} ${name}`)
    .join(", ");
}
