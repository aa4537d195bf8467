import { createHash, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import type { CallBasis } from "#contracts/calls.ts";
import { assessment, assessmentNote, teamEvent } from "#db/schema/assessments.ts";
import { callPrivate, teamCall } from "#db/schema/calls.ts";
import { escalation, escalationStep, lastLook, otherMeasure } from "#db/schema/help.ts";
import { importChunk, importJob } from "#db/schema/imports.ts";
import { outboxMail } from "#db/schema/outbox.ts";
import {
  planAction,
  playbookRun,
  rhythm,
  supervisorSupport,
  teamDecision,
  teamPurpose,
  unitPriority,
  waitingOn,
  worthCheckingAnswer,
} from "#db/schema/plans.ts";
import {
  certificateLink,
  release,
  releaseFurtherBlock,
  releaseFurtherCell,
  releaseMeasure,
  releaseNote,
} from "#db/schema/releases.ts";
import { teamMember, teamRegistration } from "#db/schema/register.ts";
import { sealedNote } from "#db/schema/responses.ts";
import { wave, waveConfirmation, waveGroup, waveGroupTeam, waveParticipation } from "#db/schema/waves.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { asSystem } from "#server/authz/index.ts";
import { inReleaserTransaction, set } from "#server/kernel/transaction.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { giveToVault, parseLink } from "#server/modules/responses/index.ts";
import { freezeTree } from "#server/modules/waves/index.ts";
import type { TestOrganisation } from "./organisation.ts";
import { makeOpenPulse } from "./pulse.ts";
import { makeSealedWave, people } from "./wave.ts";

/** Ids of one row of everything, for the isolation suite. */
export type Everything = {
  publishedWaveId: string;
  openWaveId: string;
  draftWaveId: string;
  /** A pulse that is a plan, with a group of teams that report together. */
  plannedWaveId: string;
  groupId: string;
  memberId: string;
  assessmentId: string;
  helpId: string;
  decisionId: string;
  /** A call, an open action, a playbook under way and something waited for, of the supervisor of A1. */
  callId: string;
  actionId: string;
  runId: string;
  waitingId: string;
  priorityId: string;
  importId: string;
  /** A link to the certificate of the published wave. */
  linkId: string;
  noteId: string;
};

/** A pulse with an answer and a note, and what only the releaser writes. Closing: one wave at a time is open. */
async function makeClosingPulse(org: TestOrganisation, publishedWaveId: string): Promise<{ noteId: string }> {
  const { waveId, links, members } = await makeOpenPulse(org, { a1: 6 });
  const outcome = await giveToVault(parseLink(links.a1![0]!.slice("/r/".length))!, {
    answers: Array(12).fill(3),
    extra: null,
    locals: Array(5).fill(null),
    note: `what somebody at ${org.slug} wrote`,
  });
  if (outcome !== "received") throw new Error(`the vault said ${outcome}`);
  await asSystem("Test", "wave:run", org.id, async ({ tx }) => {
    await tx
      .insert(waveConfirmation)
      .values({ orgId: org.id, waveId, unitId: org.units.a1, personId: org.people.supervisor.personId });
    await tx.insert(outboxMail).values({ orgId: org.id, kind: "invitation", waveId, memberId: members.a1![0] });
    await tx.update(wave).set({ status: "closing", closedAt: new Date() }).where(eq(wave.id, waveId));
  });
  return inReleaserTransaction({ orgId: org.id }, async (tx) => {
    const here = { orgId: org.id, waveId, unitId: org.units.a1 };
    await tx.insert(waveParticipation).values({ ...here, onDay: "2026-11-20", band: "most" });
    await tx.insert(sealedNote).values({ ...here, note: "sealed" });
    const [out] = await tx.select({ id: release.id }).from(release).where(eq(release.waveId, publishedWaveId));
    const further = { orgId: org.id, releaseId: out!.id, unitId: org.units.root, direct: false, code: "L1" };
    await tx.insert(releaseFurtherBlock).values({ ...further, n: 10, sum: 1800 });
    await tx.insert(releaseFurtherCell).values({ ...further, n: 10, sum: 1800 });
    const [note] = await tx
      .insert(releaseNote)
      .values({ orgId: org.id, releaseId: out!.id, unitId: org.units.root, note: "Ten of us wrote." })
      .returning({ id: releaseNote.id });
    return { noteId: note!.id };
  });
}

const BASIS: CallBasis = {
  rule: 1,
  input: {
    signals: { U: 2, C: 0, I: 0, K: 0 },
    flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
    largerRisk: "neither",
  },
  largerRiskFrom: "nothing",
  waveId: null,
  needs: { meaning: null, structure: null },
  statements: [],
  facts: null,
};

/** A call, a plan and what belongs to them, of the supervisor of A1. The person of the transaction is set already. */
async function makePlan({ tx }: Scope, org: TestOrganisation) {
  const [orgId, unitId, personId] = [org.id, org.units.a1, org.people.supervisor.personId];
  const callId = randomUUID();
  const madeAt = new Date("2026-11-02T09:00:00Z");
  await tx.insert(teamCall).values({
    orgId,
    id: callId,
    unitId,
    personId,
    call: "lead",
    madeAt,
    expiresAt: new Date("2026-12-14T09:00:00Z"),
  });
  await tx.insert(callPrivate).values({ orgId, callId, personId, basis: BASIS });
  const [actionId, runId, waitingId] = [randomUUID(), randomUUID(), randomUUID()];
  await tx.insert(planAction).values({
    id: actionId,
    orgId,
    unitId,
    side: "lead",
    result: "Everybody can say why",
    steps: [],
    ownerId: personId,
    createdBy: personId,
    startedOn: "2026-11-02",
    dueOn: "2026-11-30",
  });
  await tx.insert(playbookRun).values({
    id: runId,
    orgId,
    unitId,
    name: "policy_roll_out",
    state: { name: "policy_roll_out", counted: [], done: [], reopened: [], ended: null },
    startedBy: personId,
  });
  const [priority] = await tx
    .insert(unitPriority)
    .values({ orgId, unitId: org.units.d1, position: 1, words: "Homes fit to live in", personId })
    .returning({ id: unitPriority.id });
  await tx
    .insert(teamPurpose)
    .values({ orgId, unitId, sentence: "We mend homes.", benefits: "tenants", priorityId: priority!.id, personId });
  await tx.insert(rhythm).values({ orgId, unitId, kind: "one_to_one", everyDays: 14 });
  await tx
    .insert(waitingOn)
    .values({ id: waitingId, orgId, unitId, who: "Legal", needed: "A yes", lastContactOn: "2026-11-02" });
  await tx.insert(supervisorSupport).values({ orgId, personId, mentor: "Maria" });
  await tx
    .insert(worthCheckingAnswer)
    .values({ orgId, unitId, personId, detector: "agreed_without_name", reason: "All have a name." });
  const [told] = await tx
    .insert(teamDecision)
    .values({ orgId, unitId, said: "The rota", decided: "Four weeks ahead", decidedOn: "2026-11-02", personId })
    .returning({ id: teamDecision.id });
  const [asked] = await tx
    .insert(escalation)
    .values({
      orgId,
      unitId,
      askedBy: personId,
      atUnitId: org.units.d1,
      question: "May we hire?",
      askedOn: "2026-11-02",
      dueOn: "2026-11-16",
    })
    .returning({ id: escalation.id });
  await tx.insert(escalationStep).values({
    orgId,
    escalationId: asked!.id,
    atUnitId: org.units.d1,
    kind: "in_part",
    sentence: "One post.",
    personId: org.people.leader.personId,
    at: madeAt,
  });
  await tx.insert(otherMeasure).values({
    orgId,
    unitId: org.units.d1,
    kind: "delivery_rating",
    title: "Delivery confidence",
    year: 2025,
    value: 60,
    scale: "of 100",
    source: "Made up",
    licence: "None",
  });
  await tx.insert(lastLook).values({ orgId, personId, page: "overview", lookedAt: madeAt });
  return { helpId: asked!.id, decisionId: told!.id, callId, actionId, runId, waitingId, priorityId: priority!.id };
}

/** Fills every tenant table of an organisation with at least one row, as the app's own role. */
export async function makeEverything(org: TestOrganisation): Promise<Everything> {
  const publishedWaveId = await makeSealedWave(org, "Published", {
    a1: people(12, 4, 3),
    a2: people(11, 2, 4),
    b1: people(10, 3, 3),
  });
  await publishRelease(org.id, publishedWaveId);
  const { noteId } = await makeClosingPulse(org, publishedWaveId);
  await makeSealedWave(org, "Sealed", { a1: people(12, 4, 3) }, { closedAt: "2026-10-30T12:00:00Z" });
  return asSystem("Test", "wave:run", org.id, async (scope) => {
    const { tx } = scope;
    const orgId = org.id;
    const supervisor = org.people.supervisor.personId;
    const [openWaveId, draftWaveId, plannedWaveId, assessmentId, importId, groupId] = Array.from({ length: 6 }, () =>
      randomUUID(),
    ) as [string, string, string, string, string, string];
    await tx.insert(wave).values([
      { orgId, id: openWaveId, label: "Open", status: "open", k: 5, openedAt: new Date("2026-11-01T09:00:00Z") },
      { orgId, id: draftWaveId, label: "Draft", status: "draft", k: 5 },
      { orgId, id: plannedWaveId, label: "Planned", status: "draft", source: "pulse", k: 5 },
    ]);
    await freezeTree(scope, openWaveId);
    await tx
      .insert(waveGroup)
      .values({ orgId, waveId: plannedWaveId, id: groupId, parentId: org.units.d1, name: "Together" });
    await tx.insert(waveGroupTeam).values({ orgId, waveId: plannedWaveId, unitId: org.units.a2, groupId });
    await tx.insert(assessment).values({
      orgId,
      id: assessmentId,
      waveId: openWaveId,
      teamId: org.units.a1,
      personId: supervisor,
      signalU: 2,
    });
    await set(tx, { personId: supervisor });
    await tx
      .insert(assessmentNote)
      .values({ orgId, assessmentId, personId: supervisor, note: `a note of ${org.slug}` });
    await tx.insert(teamEvent).values({
      orgId,
      unitId: org.units.a1,
      kind: "new_policy",
      happenedOn: "2026-10-01",
      waveId: openWaveId,
    });
    await tx.insert(releaseMeasure).values({
      orgId,
      waveId: publishedWaveId,
      unitId: org.units.a1,
      view: "counted",
      teams: 1,
      deliveryRisk: 41,
    });
    const linkId = randomUUID();
    await tx.insert(certificateLink).values({
      orgId,
      id: linkId,
      waveId: publishedWaveId,
      tokenHash: createHash("sha256").update(org.slug).digest("hex"),
      label: "Staff side",
      createdBy: org.people.hr.personId,
      expiresAt: new Date(Date.now() + 86_400_000),
    });
    await tx.insert(importJob).values({
      orgId,
      id: importId,
      kind: "responses",
      status: "uploaded",
      fileName: "answers.csv",
      fileSize: 3,
      createdBy: org.people.hr.personId,
      expiresAt: sql`now() + interval '1 day'`,
    });
    await tx.insert(teamRegistration).values({
      orgId,
      unitId: org.units.a2,
      registeredBy: org.people.leader.personId,
      supervisorEmail: `new@${org.slug}.example`,
    });
    const plan = await makePlan(scope, org);
    await tx.insert(importChunk).values({ orgId, importId, position: 0, bytes: Buffer.from("a,b") });
    const [member] = await tx
      .insert(teamMember)
      .values({ orgId, unitId: org.units.a1, name: "Ada", startsOn: "2026-01-01" })
      .returning({ id: teamMember.id });
    const memberId = member!.id;
    const waves = { publishedWaveId, openWaveId, draftWaveId, plannedWaveId };
    return { ...waves, groupId, memberId, assessmentId, ...plan, importId, linkId, noteId };
  });
}
