import { and, eq, sql } from "drizzle-orm";
import type { WaveRef, WaveStatus, WaveSummary } from "#contracts/waves.ts";
import { wave } from "#db/schema/waves.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { cancelMails, postMails } from "#server/modules/outbox/index.ts";
import { invite } from "#server/modules/responses/index.ts";
import { keepGoing } from "./keep-going.ts";
import { planNext } from "./plan-next.ts";
import { promisedBy } from "./promised-by.ts";
import { listFrozen } from "./pulse-queries.ts";
import { mustLockWave, takeTurn } from "./queries.ts";
import { readRoster } from "./read-roster.ts";
import { invitedBy } from "./roster-rules.ts";
import { mayStep } from "./step-rules.ts";
import { toWaveSummary } from "./views.ts";

/**
 * Confirming to open: the roster is frozen, everybody gets a link, and the receipt of what is promised is made. Opening an
 * open pulse changes nothing, so that a job and a person may both do it.
 *
 * @throws not_found; refused in any other state, when its closing time has passed, or while nobody is on any list
 */
export const openPulse = command("wave.open-pulse", async (scope: Scope<"wave:run">, input: WaveRef) => {
  const { organisation, tx, clock } = scope;
  await takeTurn(scope);
  const found = await mustLockWave(scope, input.waveId);
  const may = mayStep("open", found.status as WaveStatus);
  if (typeof may === "object" || found.source !== "pulse") {
    throw refused(typeof may === "object" ? may.refused : "This wave is run by hand.");
  }
  if (may === "done") {
    const view: WaveSummary = toWaveSummary(found, organisation.zone);
    return { view, audit: UNCHANGED };
  }
  if (found.closesAt === null || found.closesAt <= clock.now()) {
    throw refused("Its closing time has passed, so nobody could answer. Withdraw it and plan a new one.");
  }
  const nodes = await listFrozen(scope, found.id);
  const { listed, roster } = await readRoster(scope, nodes);
  if (roster.length === 0) throw refused("Nobody is on any list yet. Bring in the lists of the teams, then open it.");

  const counts = invitedBy(nodes, roster);
  await tx.execute(sql`
    update wave_unit set invited = c.invited
    from unnest(${`{${[...counts.keys()].join(",")}}`}::text::uuid[], ${`{${[...counts.values()].join(",")}}`}::text::int[])
      as c (unit_id, invited)
    where wave_unit.org_id = ${organisation.id} and wave_unit.wave_id = ${found.id} and wave_unit.unit_id = c.unit_id`);
  await invite(scope, found.id, roster);
  const { receipt } = await promisedBy(scope, found);
  const [row] = await tx
    .update(wave)
    .set({ status: "open", openedAt: clock.now(), receipt })
    .where(and(eq(wave.orgId, organisation.id), eq(wave.id, found.id)))
    .returning();
  const hasAddress = new Set(listed.filter((l) => l.email !== null).map((l) => l.memberId));
  const byMail = roster.filter((r) => hasAddress.has(r.memberId)).map(({ memberId }) => ({ memberId }));
  await cancelMails(scope, found.id, ["confirm_list", "confirm_reminder"]);
  await postMails(scope, { kind: "invitation", waveId: found.id }, byMail);
  await keepGoing(scope, found.id, found.closesAt);
  await planNext(scope, found);
  const view: WaveSummary = toWaveSummary(row ?? found, organisation.zone);
  return {
    view,
    audit: {
      subjectId: found.id,
      subject: found.label,
      before: { status: found.status },
      after: { status: "open", people: roster.length, receipt },
    },
  };
});
