import { setTimeout as sleep } from "node:timers/promises";
import type { Sql } from "postgres";
import { asSystem } from "#server/authz/index.ts";
import { giveToVault } from "#server/modules/responses/index.ts";
import { closePulse } from "#server/modules/waves/index.ts";
import { answersOf, giverOf, type Stage, setStage } from "./stage.ts";

export type RaceResult = {
  received: number;
  refused: number;
  /** Told neither: an error. */
  failed: number;
  /** Acknowledged and not among the sealed answers. */
  lost: number;
  /** Refused and there all the same. */
  kept: number;
  /** Sealed more than once. */
  doubled: number;
};

/**
 * Closes and seals a wave while everybody answers at once: whoever was told "received" must be sealed once, whoever was
 * refused not at all.
 *
 * @param seal moves the answers on, as the product does it
 */
export async function raceClose(
  superuser: Sql,
  size: { teams: number; perTeam: number },
  seal: (orgId: string, waveId: string) => Promise<void>,
): Promise<RaceResult> {
  const stage = await setStage(superuser, size);
  const received = new Set<number>();
  const refused = new Set<number>();
  let failed = 0;
  const answering = stage.people.map(async ({ number, link }) => {
    const outcome = await giveToVault(link, {
      answers: answersOf(number),
      extra: null,
      locals: Array(5).fill(null),
      note: null,
    }).catch(() => null);
    if (outcome === null) failed++;
    else (outcome === "received" ? received : refused).add(number);
  });
  // About as long as everybody needs: some are in, some are on their way, some have not begun.
  await sleep(Math.random() * stage.people.length);
  await close(stage);
  await seal(stage.orgId, stage.waveId);
  await Promise.all(answering);
  return { ...(await compare(superuser, stage, received, refused)), failed };
}

/** As the product closes it. */
function close({ orgId, waveId }: Stage): Promise<unknown> {
  return asSystem("Ordeal", "wave:run", orgId, (scope) => closePulse(scope, { waveId }));
}

async function compare(superuser: Sql, stage: Stage, received: Set<number>, refused: Set<number>) {
  const rows = await superuser<{ answers: number[] }[]>`
    select array[d1, d2, d3, d4, d5] as answers from sealed_response where wave_id = ${stage.waveId}`;
  const sealed = rows.map((r) => giverOf(r.answers));
  const distinct = new Set(sealed);
  return {
    received: received.size,
    refused: refused.size,
    lost: [...received].filter((n) => !distinct.has(n)).length,
    kept: [...refused].filter((n) => distinct.has(n)).length,
    doubled: sealed.length - distinct.size,
  };
}
