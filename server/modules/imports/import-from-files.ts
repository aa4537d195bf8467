import type { CheckReport, ImportOptions } from "#contracts/imports.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { importJob } from "#db/schema/imports.ts";
import { asSystem } from "#server/authz/index.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { dateIn } from "#server/kernel/clock.ts";
import { invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { applyStructureRows, structureFile } from "#server/modules/register/index.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { importedWaveProblems, readK, readLiveTree } from "#server/modules/waves/index.ts";
import { checkFile } from "./check-file.ts";
import { type Head, readHead } from "./file/head.ts";
import type { Source } from "./file/text.ts";
import { optionProblems, shownFileName } from "./rules.ts";
import { storeImport } from "./store-import.ts";
import { readMappingFile, suggestMapping } from "./suggest-mapping.ts";
import { unitIndex } from "./unit-index.ts";

export type FilesToImport = {
  answers: Source;
  fileName: string;
  fileSize: number;
  /** A structure file: units to add, rename or move first; null leaves the tree as it is. */
  structure: Uint8Array | null;
  /** A mapping file; null where the headings are the codes of the statements. */
  mapping: string | null;
  label: string;
  /** ISO date; null is today. */
  closedOn: string | null;
  progress: (bytes: number) => void;
};

export type ImportedFiles = {
  report: CheckReport;
  /** Null when rows have errors: then nothing is imported, the structure included. */
  wave: { waveId: string; units: number; created: number; verdict: "passed" | "failed" } | null;
};

const COMMAND = "Import command";

/** Carries the report out of the transaction that it ends. */
class HasErrors extends Error {
  readonly report: CheckReport;
  constructor(report: CheckReport) {
    super("rows have errors");
    this.report = report;
  }
}

/**
 * The command of the installation: builds the tree, imports a file of answers and publishes, in one go. Structure and
 * answers stand in one transaction: everything or nothing. Never inside another transaction.
 *
 * @throws FileProblem and domain errors in words
 */
export async function importFromFiles(orgId: string, files: FilesToImport): Promise<ImportedFiles> {
  const head = await readHead(files.answers);
  try {
    const done = await asSystem(COMMAND, "import:run", orgId, (scope) => importInto(scope, files, head));
    const { verdict } = await publishRelease(orgId, done.waveId);
    return { report: done.report, wave: { waveId: done.waveId, units: done.units, created: done.created, verdict } };
  } catch (error) {
    if (error instanceof HasErrors) return { report: error.report, wave: null };
    throw error;
  }
}

async function importInto(scope: Scope<"import:run">, files: FilesToImport, head: Head) {
  const counts = files.structure ? await applyStructureRows(scope, structureRows(files.structure)) : null;
  const units = await readLiveTree(scope);
  const options = chosenOptions(scope, files, head, units);
  const problems = { ...optionProblems(options, head.headings), ...(await importedWaveProblems(scope, options)) };
  const [problem] = Object.values(problems);
  if (problem !== undefined) throw invalid(problem, problems);

  const index = unitIndex(units, options.unitBy);
  const checked = await checkFile(files.answers, head, options, index, await readK(scope), async (bytes) =>
    files.progress(bytes),
  );
  const { report } = checked;
  if (report.rowsWithErrors > 0) throw new HasErrors(report);
  if (report.respondents === 0) throw invalid("The file has no answers in it.");
  const made = await storeImport(scope, options, checked, index);
  await book(scope, files, head, options, report, made);
  return { report, ...made, created: counts?.created ?? 0 };
}

function structureRows(bytes: Uint8Array) {
  const { rows, errors } = structureFile(bytes);
  const [first] = errors;
  if (!first) return rows;
  const where = first.row > 0 ? `, row ${first.row}${first.column ? `, column ${first.column}` : ""}` : "";
  throw invalid(`The units file${where}: ${first.message}`);
}

/** What HR would confirm on screen: the mapping file for the statements, the suggestion for the rest. */
function chosenOptions(
  scope: Scope,
  files: FilesToImport,
  head: Head,
  units: Awaited<ReturnType<typeof readLiveTree>>,
): ImportOptions {
  const mapped = files.mapping === null ? null : readMappingFile(files.mapping, head.headings);
  const wrong = mapped?.problems[0];
  if (wrong !== undefined) throw invalid(wrong);
  const guess = suggestMapping(
    head.headings,
    head.sample,
    unitIndex(units, "code"),
    unitIndex(units, "name"),
    mapped?.statements,
  );
  if (guess.unit === null) throw invalid("No column of the answers holds units of this organisation.");
  if (guess.statements.every((c) => c === null)) {
    throw invalid(`No column is named ${STATEMENT_CODES[0]} to ${STATEMENT_CODES.at(-1)}: give a mapping file.`);
  }
  return {
    ...guess,
    unit: guess.unit,
    words: null,
    reversed: false,
    notApplicable: ["X", "NA", "N/A"],
    label: files.label,
    closedOn: files.closedOn ?? dateIn(scope.organisation.zone, scope.clock.now()),
  };
}

/** The import is listed with those made on screen, so that HR can withdraw it. */
async function book(
  scope: Scope,
  files: FilesToImport,
  { sample: _answers, ...file }: Head,
  options: ImportOptions,
  check: CheckReport,
  made: { waveId: string; units: number },
): Promise<void> {
  const fileName = shownFileName(files.fileName);
  await scope.tx.insert(importJob).values({
    orgId: scope.organisation.id,
    kind: "responses",
    status: "applied",
    fileName,
    fileSize: files.fileSize,
    options,
    report: { file, suggestion: null, check, problem: null, withdrawnBecause: null },
    progress: 100,
    waveId: made.waveId,
    createdBy: null,
    createdAt: scope.clock.now(),
    expiresAt: scope.clock.now(),
  });
  await writeAudit(scope, "import.store", [
    {
      subjectId: made.waveId,
      subject: options.label,
      after: { file: fileName, label: options.label, source: "import", rows: check.respondents, units: made.units },
    },
  ]);
}
