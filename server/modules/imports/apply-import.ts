import type { ImportId } from "#contracts/imports.ts";
import { command } from "#server/kernel/command.ts";
import { invalid, refused } from "#server/kernel/errors.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { importedWaveProblems } from "#server/modules/waves/index.ts";
import { mustLockImport, updateImport } from "./queries.ts";

/**
 * Has a checked file imported in the background.
 * @throws refused while the file has errors or is past this step; invalid when the wave cannot be made any more
 */
export const applyImport = command("import.apply", async (scope: Scope<"import:run">, input: ImportId) => {
  const row = await mustLockImport(scope, input.importId, "apply");
  const { check } = row.report;
  if (!row.options || !check) throw refused("Choose the columns and have the file checked first.");
  if (check.rowsWithErrors > 0) throw refused("The file has errors. Correct them and upload it again.");
  if (check.respondents === 0) throw refused("The file has no answers in it.");
  const problems = await importedWaveProblems(scope, row.options);
  const [problem] = Object.values(problems);
  if (problem !== undefined) throw invalid(problem, problems);
  await updateImport(scope, row.id, { status: "applying", progress: 0, report: { ...row.report, problem: null } });
  await enqueue(scope.tx, "import-apply", { orgId: scope.organisation.id, importId: row.id });
  return {
    view: { importId: row.id },
    audit: {
      subjectId: row.id,
      subject: row.options.label,
      after: { file: row.fileName, label: row.options.label, rows: check.respondents },
    },
  };
});
