import type { ChooseOptions } from "#contracts/imports.ts";
import { command } from "#server/kernel/command.ts";
import { invalid, refused } from "#server/kernel/errors.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { importedWaveProblems } from "#server/modules/waves/index.ts";
import { mustLockImport, updateImport } from "./queries.ts";
import { optionProblems } from "./rules.ts";

/**
 * Says how a file is to be read and into which wave, and has it checked in the background. May be done again until it is
 * imported.
 *
 * @throws invalid by field; refused when the import is past this step
 */
export const chooseOptions = command("import.check", async (scope: Scope<"import:run">, input: ChooseOptions) => {
  const row = await mustLockImport(scope, input.importId, "choose");
  if (!row.report.file) throw refused("This file could not be read. Upload another one.");
  const { options } = input;
  const problems = {
    ...optionProblems(options, row.report.file.headings),
    ...(await importedWaveProblems(scope, options)),
  };
  if (Object.keys(problems).length > 0) throw invalid("Some choices do not fit.", problems);
  await updateImport(scope, row.id, {
    status: "checking",
    progress: 0,
    options,
    report: { ...row.report, check: null, problem: null },
  });
  await enqueue(scope.tx, "import-check", { orgId: scope.organisation.id, importId: row.id });
  return {
    view: { importId: row.id },
    audit: { subjectId: row.id, subject: row.fileName, after: { file: row.fileName, label: options.label } },
  };
});
