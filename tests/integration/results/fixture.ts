import { releaseMeasure } from "#db/schema/releases.ts";
import { assessment, teamEvent } from "#db/schema/assessments.ts";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { freezeTree } from "#server/modules/waves/index.ts";
import type { TestOrganisation, UnitName } from "#tests/factories/organisation.ts";
import { type AnswerRow, makeSealedWave, people } from "#tests/factories/wave.ts";

export type Answers = Partial<Record<UnitName, readonly AnswerRow[]>>;

/**
 * Answers of a wave: D1 { A1 12, A2 9 }, D2 { B1 8, B2 3 }. Enforcement (B2) is too small and takes Applications (B1) with
 * it; Lettings (A2) and with it Housing repairs (A1) are not shown in the second pattern.
 */
export const ANSWERS: Answers = {
  a1: people(12, 4, 3),
  a2: people(9, 2, 4),
  b1: people(8, 3, 3),
  b2: people(3, 1, 1),
};

export async function publishedWave(
  org: TestOrganisation,
  label: string,
  closedAt: string,
  answers: Answers = ANSWERS,
): Promise<string> {
  const waveId = await makeSealedWave(org, label, answers, { closedAt });
  await publishRelease(org.id, waveId);
  return waveId;
}

/** A wave that is open now, over the tree as it stands. */
export function openWaveNow(org: TestOrganisation, label: string): Promise<string> {
  return asSystem("Test", "wave:run", org.id, async (scope) => {
    const [made] = await scope.tx
      .insert(wave)
      .values({ orgId: org.id, label, status: "open", k: 5, openedAt: new Date("2026-11-02T09:00:00Z") })
      .returning({ id: wave.id });
    await freezeTree(scope, made!.id);
    return made!.id;
  });
}

/** What a supervisor gave: parts 1 and 2 closed, twelve times the same answer. */
export function given(
  org: TestOrganisation,
  waveId: string,
  team: UnitName,
  by: "supervisor" | "otherSupervisor" | "leader",
  answer: number,
  closed = true,
): Promise<void> {
  return asSystem("Test", "wave:run", org.id, async (scope) => {
    const at = closed ? new Date("2026-09-20T09:00:00Z") : null;
    await scope.tx.insert(assessment).values({
      orgId: org.id,
      waveId,
      teamId: org.units[team],
      personId: org.people[by].personId,
      answers: Array(12).fill(answer),
      part1ClosedAt: at,
      part2ClosedAt: at,
    });
  });
}

export function measured(
  org: TestOrganisation,
  waveId: string,
  unit: UnitName,
  view: "supervisors" | "counted",
  engagement: number | null,
  delivery: number,
): Promise<void> {
  return asSystem("Test", "wave:run", org.id, async (scope) => {
    await scope.tx.insert(releaseMeasure).values({
      orgId: org.id,
      waveId,
      unitId: org.units[unit],
      view,
      teams: 1,
      engagementRisk: engagement,
      deliveryRisk: delivery,
    });
  });
}

export function happened(
  org: TestOrganisation,
  unit: UnitName,
  kind: string,
  on: string,
  waveId: string | null = null,
): Promise<void> {
  return asSystem("Test", "wave:run", org.id, async (scope) => {
    await scope.tx.insert(teamEvent).values({ orgId: org.id, unitId: org.units[unit], kind, happenedOn: on, waveId });
  });
}

/** Every number anywhere in a value, with where it stands. */
export function numbersIn(value: unknown, at = ""): string[] {
  if (typeof value === "number") return [`${at} = ${value}`];
  if (Array.isArray(value)) return value.flatMap((item, index) => numbersIn(item, `${at}[${index}]`));
  if (value !== null && typeof value === "object")
    return Object.entries(value).flatMap(([key, item]) => numbersIn(item, at ? `${at}.${key}` : key));
  return [];
}
