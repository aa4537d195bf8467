import { and, eq, inArray } from "drizzle-orm";
import type { AssessmentPart, AssessmentValues } from "#contracts/assessments.ts";
import { assessment, teamEvent } from "#db/schema/assessments.ts";
import { waveUnit } from "#db/schema/waves.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { invalid, notFound, refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { holdWave } from "#server/modules/waves/index.ts";
import { missingFor, valueProblems } from "./rules.ts";
import { toColumns } from "./views.ts";

export type RecordedAssessment = {
  teamId: string;
  /** The supervisor who gave it. */
  personId: string;
  values: AssessmentValues;
  /** Which parts are closed; none for a draft. */
  parts: readonly AssessmentPart[];
  savedAt: Date;
};

/** Rows per statement: a statement carries at most 65,535 parameters. */
const CHUNK = 1000;

/**
 * Takes many supervisors' assessments of the open wave at once, for a command of the installation (the demo). The same
 * rules as one by one: the wave is open, the teams are in it, the values are possible. All or nothing.
 *
 * @throws not_found for a team that the wave does not have; refused when it is not open; invalid for impossible values
 */
export const recordAssessments = command(
  "assessment.record",
  async (scope: Scope<"wave:run">, input: { waveId: string; given: readonly RecordedAssessment[] }) => {
    const { waveId, given } = input;
    const orgId = scope.organisation.id;
    const wave = await holdWave(scope, waveId);
    if (wave.status !== "open") throw refused("This wave is not open.");
    if (given.length === 0) return { view: { recorded: 0 }, audit: UNCHANGED };
    for (const { values, parts, savedAt } of given) {
      const problems = valueProblems(values, dateIn(scope.organisation.zone, savedAt));
      for (const part of parts) Object.assign(problems, missingFor(part, values));
      if (Object.keys(problems).length > 0) throw invalid("An assessment cannot be as it is given.", problems);
    }
    const teams = new Set(given.map((g) => g.teamId));
    const known = await scope.tx
      .select({ id: waveUnit.unitId })
      .from(waveUnit)
      .where(
        and(
          eq(waveUnit.orgId, orgId),
          eq(waveUnit.waveId, waveId),
          eq(waveUnit.kind, "team"),
          inArray(waveUnit.unitId, [...teams]),
        ),
      );
    if (known.length !== teams.size || teams.size !== given.length) throw notFound("team");

    const rows = given.map(({ teamId, personId, values, parts, savedAt }) => {
      const closed = (part: AssessmentPart) => (parts.includes(part) ? savedAt : null);
      return {
        orgId,
        waveId,
        teamId,
        personId,
        revision: Math.max(1, parts.length),
        ...toColumns(values),
        part1ClosedAt: closed(1),
        part2ClosedAt: closed(2),
        part3ClosedAt: closed(3),
        savedAt,
        createdAt: savedAt,
      };
    });
    const events = given.flatMap(({ teamId, values, savedAt }) =>
      values.events.map((event) => ({ orgId, unitId: teamId, waveId, ...event, createdAt: savedAt })),
    );
    for (let at = 0; at < rows.length; at += CHUNK) {
      await scope.tx.insert(assessment).values(rows.slice(at, at + CHUNK));
    }
    for (let at = 0; at < events.length; at += CHUNK) {
      await scope.tx.insert(teamEvent).values(events.slice(at, at + CHUNK));
    }
    return {
      view: { recorded: rows.length },
      audit: { subjectId: waveId, subject: wave.label, after: { rows: rows.length } },
    };
  },
);
