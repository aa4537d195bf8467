import type { MappingRead, ReadMapping } from "#contracts/imports.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { mustFindImport } from "./queries.ts";
import { readMappingFile } from "./suggest-mapping.ts";

/** What a mapping file says about the columns of an uploaded file. Changes nothing. */
export async function readMapping(scope: Scope<"import:run">, input: ReadMapping): Promise<MappingRead> {
  const { report } = await mustFindImport(scope, input.importId);
  if (!report.file) throw refused("This file could not be read, so there are no columns to choose.");
  return readMappingFile(input.text, report.file.headings);
}
