import { and, between, eq, or } from "drizzle-orm";
import { organisationSetting } from "#db/schema/register.ts";
import { wave } from "#db/schema/waves.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { freezeTree } from "./freeze-tree.ts";

export type ImportedWave = { label: string /** ISO date. */; closedOn: string };

/** A day and a half on each side holds the whole day in every zone. */
function aroundNoon(day: string): [Date, Date] {
  const noon = Date.parse(`${day}T12:00:00Z`);
  return [new Date(noon - 129_600_000), new Date(noon + 129_600_000)];
}

/** What stands in the way of a past wave with this label and closing date, or nothing. */
export async function importedWaveProblems(scope: Scope, input: ImportedWave): Promise<Record<string, string>> {
  const problems: Record<string, string> = {};
  if (input.closedOn > dateIn(scope.organisation.zone, scope.clock.now())) {
    problems.closedOn = "The closing date is in the future. Past results come from a wave that has closed.";
  }
  const waves = await scope.tx
    .select({ label: wave.label, closedAt: wave.closedAt, status: wave.status })
    .from(wave)
    .where(
      and(
        eq(wave.orgId, scope.organisation.id),
        or(eq(wave.label, input.label), between(wave.closedAt, ...aroundNoon(input.closedOn))),
      ),
    );
  const { zone } = scope.organisation;
  if (waves.some((w) => w.label === input.label)) {
    problems.label = "There is a wave with this name already. Choose another name, or withdraw that wave first.";
  }
  // The same answers twice, over two trees, could be set against each other; and a trend needs an order.
  const sameDay = waves.find(
    (w) => w.status !== "withdrawn" && w.closedAt !== null && dateIn(zone, w.closedAt) === input.closedOn,
  );
  if (sameDay && problems.label === undefined) {
    problems.closedOn = `“${sameDay.label}” closed on that day. Two waves cannot close on the same day.`;
  }
  return problems;
}

/** The smallest group shown, as the organisation has set it for new waves. */
export async function readK(scope: Scope): Promise<number> {
  const [setting] = await scope.tx
    .select({ k: organisationSetting.k })
    .from(organisationSetting)
    .where(eq(organisationSetting.orgId, scope.organisation.id));
  if (!setting) throw new Error("an organisation without settings");
  return setting.k;
}

/**
 * A wave that was run elsewhere: closed and sealed from the start, over the tree as it stands today. Noon, so that the
 * closing date is the same in every zone of Europe.
 *
 * @throws invalid for a label that is taken or a closing date to come
 */
export async function sealImportedWave(scope: Scope, input: ImportedWave): Promise<{ waveId: string; units: number }> {
  const problems = await importedWaveProblems(scope, input);
  const [problem] = Object.values(problems);
  if (problem !== undefined) throw invalid(problem, problems);
  const [made] = await scope.tx
    .insert(wave)
    .values({
      orgId: scope.organisation.id,
      label: input.label,
      status: "sealed",
      source: "import",
      k: await readK(scope),
      closedAt: new Date(`${input.closedOn}T12:00:00Z`),
    })
    .onConflictDoNothing({ target: [wave.orgId, wave.label] })
    .returning({ id: wave.id });
  // Two imports at once: the second one waited for the first and finds its label taken.
  if (!made)
    throw invalid("There is a wave with this name already.", { label: "There is a wave with this name already." });
  return { waveId: made.id, units: await freezeTree(scope, made.id) };
}
