import { type AssessmentValues, FACTS } from "#contracts/assessments.ts";
import type { TestOrganisation } from "./organisation.ts";

/** An open wave, by HR's hand. Returns its id. */
export async function openWaveIn(org: TestOrganisation, label: string): Promise<string> {
  const hr = await org.as("hr");
  const { id } = await hr.waves.create({ label });
  await hr.waves.open({ waveId: id });
  return id;
}

/** Values that somebody might give: direction answered `d` six times, delivery `e`. */
export function someValues(
  d: number | null,
  e: number | null,
  changes: Partial<AssessmentValues> = {},
): AssessmentValues {
  return {
    signals: { U: 2, C: 0, I: 1, K: 3 },
    flags: { change_rolled_out: true, backlog_growing: false, service_could_be_harmed: false },
    events: [{ kind: "new_policy", happenedOn: "2026-06-01" }],
    answers: [...Array<number | null>(6).fill(d), ...Array<number | null>(6).fill(e)],
    facts: someFacts({}),
    ...changes,
  };
}

export const someFacts = (known: Partial<AssessmentValues["facts"]>): AssessmentValues["facts"] => ({
  ...(Object.fromEntries(FACTS.map((fact) => [fact, null])) as AssessmentValues["facts"]),
  ...known,
});
