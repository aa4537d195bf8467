import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { assessment, assessmentNote, teamEvent } from "#db/schema/assessments.ts";
import { importChunk, importJob } from "#db/schema/imports.ts";
import { releaseMeasure } from "#db/schema/releases.ts";
import { teamRegistration } from "#db/schema/register.ts";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { set } from "#server/kernel/transaction.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { freezeTree } from "#server/modules/waves/index.ts";
import type { TestOrganisation } from "./organisation.ts";
import { makeSealedWave, people } from "./wave.ts";

/** Ids of one row of everything, for the isolation suite. */
export type Everything = {
  publishedWaveId: string;
  openWaveId: string;
  draftWaveId: string;
  assessmentId: string;
  importId: string;
};

/** Fills every tenant table of an organisation with at least one row, as the app's own role. */
export async function makeEverything(org: TestOrganisation): Promise<Everything> {
  const publishedWaveId = await makeSealedWave(org, "Published", {
    a1: people(12, 4, 3),
    a2: people(11, 2, 4),
    b1: people(10, 3, 3),
  });
  await publishRelease(org.id, publishedWaveId);
  await makeSealedWave(org, "Sealed", { a1: people(12, 4, 3) }, { closedAt: "2026-10-30T12:00:00Z" });
  return asSystem("Test", "wave:run", org.id, async (scope) => {
    const { tx } = scope;
    const orgId = org.id;
    const supervisor = org.people.supervisor.personId;
    const [openWaveId, draftWaveId, assessmentId, importId] = Array.from({ length: 4 }, () => randomUUID()) as [
      string,
      string,
      string,
      string,
    ];
    await tx.insert(wave).values([
      { orgId, id: openWaveId, label: "Open", status: "open", k: 5, openedAt: new Date("2026-11-01T09:00:00Z") },
      { orgId, id: draftWaveId, label: "Draft", status: "draft", k: 5 },
    ]);
    await freezeTree(scope, openWaveId);
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
    await tx.insert(importChunk).values({ orgId, importId, position: 0, bytes: Buffer.from("a,b") });
    return { publishedWaveId, openWaveId, draftWaveId, assessmentId, importId };
  });
}
