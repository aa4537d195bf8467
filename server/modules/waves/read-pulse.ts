import { and, desc, eq, sql } from "drizzle-orm";
import type { ExtraCode } from "#contracts/wave-plans.ts";
import type { ListProgress, MailCounts, PlannedStatement, PulseDetail } from "#contracts/wave-views.ts";
import type { ParticipationBand, WaveRef } from "#contracts/waves.ts";
import { outboxMail } from "#db/schema/outbox.ts";
import { waveParticipation, waveUnit } from "#db/schema/waves.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readLiveTree } from "./freeze-tree.ts";
import { problemsOf } from "./launch-queries.ts";
import { listLists } from "./list-queries.ts";
import { localOf } from "./local-time-rules.ts";
import { findRunning, isHeldBack, listFrozen, listGroupTeams, listRunners, listStatements } from "./pulse-queries.ts";
import { mustFindWave, type WaveRow } from "./queries.ts";
import { lastReminder } from "./remind-everybody.ts";
import { toTogether, toWaveSummary } from "./views.ts";

const WAITING = 50;

/**
 * One pulse for HR: plan, lists, mails, coarse participation. Nothing in it tells who has answered.
 * @throws not_found, for a wave that is run by hand or was imported too
 */
export async function readPulse(scope: Scope<"wave:run">, input: WaveRef): Promise<PulseDetail> {
  const found = await mustFindWave(scope, input.waveId);
  if (found.source !== "pulse") throw notFound("pulse");
  const { zone } = scope.organisation;
  const isDraft = found.status === "draft";
  const [statements, groups, lists, mails, participation, frozen, running, reminded, heldBack] = await Promise.all([
    listStatements(scope, found.id),
    listGroupTeams(scope, found.id),
    isDraft ? NO_LISTS : listProgress(scope, found.id),
    countMails(scope, found.id),
    latestBands(scope, found),
    listFrozen(scope, found.id),
    findRunning(scope, found.id),
    lastReminder(scope, found.id),
    isHeldBack(scope, found.id),
  ]);
  const invited = found.openedAt ? frozen.reduce((sum, unit) => sum + (unit.invited ?? 0), 0) : null;
  const local = (at: Date | null) => at && localOf(at, zone);
  return {
    ...toWaveSummary(found, zone),
    opensAt: local(found.opensAt),
    closesAt: local(found.closesAt),
    deletesOn: found.deletesOn,
    launchedOn: found.launchedAt && dateIn(zone, found.launchedAt),
    agreedWithStaff: found.agreedWithStaff,
    welsh: found.welsh,
    receipt: found.receipt,
    statements: statements as PlannedStatement[],
    extra: (statements.find((s) => s.part === "extra")?.code ?? null) as ExtraCode | null,
    together: toTogether(groups),
    lists,
    invited,
    invitedWithoutAddress: invited === null ? null : invited - mails.invitations,
    participation,
    mails: mails.counts,
    remindedOn: reminded && dateIn(zone, reminded),
    heldBack: found.status === "sealed" && heldBack,
    problems: isDraft ? await problemsOf(scope, found, await readLiveTree(scope)) : {},
    running: running?.label ?? null,
  };
}

const NO_LISTS: ListProgress = { lists: 0, confirmed: 0, waiting: [], people: 0, withoutAddress: 0 };

async function listProgress(scope: Scope, waveId: string): Promise<ListProgress> {
  const [lists, runners] = await Promise.all([listLists(scope, waveId), listRunners(scope)]);
  const runnerOf = new Map(runners.map((r) => [r.unitId, r.name]));
  const open = lists.filter((list) => list.confirmedAt === null);
  return {
    lists: lists.length,
    confirmed: lists.length - open.length,
    waiting: open.slice(0, WAITING).map((list) => ({
      unitId: list.unitId,
      name: list.name,
      people: list.people,
      supervisor: runnerOf.get(list.unitId) ?? null,
    })),
    people: lists.reduce((sum, list) => sum + list.people, 0),
    withoutAddress: lists.reduce((sum, list) => sum + list.withoutAddress, 0),
  };
}

async function countMails(scope: Scope, waveId: string): Promise<{ counts: MailCounts; invitations: number }> {
  const of = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`.mapWith(Number);
  const [row] = await scope.tx
    .select({
      waiting: of(sql`${outboxMail.status} = 'waiting'`),
      sent: of(sql`${outboxMail.status} = 'sent'`),
      givenUp: of(sql`${outboxMail.status} = 'given_up'`),
      maybeTwice: of(sql`${outboxMail.maybeTwice}`),
      invitations: of(sql`${outboxMail.kind} = 'invitation'`),
    })
    .from(outboxMail)
    .where(and(eq(outboxMail.orgId, scope.organisation.id), eq(outboxMail.waveId, waveId)));
  const { invitations, ...counts } = row ?? { waiting: 0, sent: 0, givenUp: 0, maybeTwice: 0, invitations: 0 };
  return { counts, invitations };
}

/** The bands of the latest day. After the close the results say how many answered. */
async function latestBands(scope: Scope, found: WaveRow): Promise<PulseDetail["participation"]> {
  const orgId = scope.organisation.id;
  if (found.status !== "open") return [];
  const rows = await scope.tx
    .select({
      name: waveUnit.name,
      onDay: waveParticipation.onDay,
      band: sql<ParticipationBand>`${waveParticipation.band}`,
    })
    .from(waveParticipation)
    .innerJoin(
      waveUnit,
      and(
        eq(waveUnit.orgId, waveParticipation.orgId),
        eq(waveUnit.waveId, waveParticipation.waveId),
        eq(waveUnit.unitId, waveParticipation.unitId),
      ),
    )
    .where(and(eq(waveParticipation.orgId, orgId), eq(waveParticipation.waveId, found.id)))
    .orderBy(desc(waveParticipation.onDay), waveUnit.position);
  return rows.filter((row) => row.onDay === rows[0]?.onDay);
}
