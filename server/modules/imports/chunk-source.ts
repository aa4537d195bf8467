import { asSystem } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import type { Source } from "./file/text.ts";
import { findChunk, listChunkPositions } from "./queries.ts";

/** The name under which background work of imports is booked. */
export const IMPORT_JOB = "Import job";

/** An uploaded file inside a transaction that is open anyway. */
export function chunksIn(scope: Scope, importId: string): Source {
  return async function* () {
    for (const position of await listChunkPositions(scope, importId)) {
      const bytes = await findChunk(scope, importId, position);
      if (bytes) yield bytes;
    }
  };
}

/** An uploaded file for background work: one short transaction a piece, so that none stays open for as long as it takes. */
export function chunkSource(orgId: string, importId: string): Source {
  return async function* () {
    const positions = await asSystem(IMPORT_JOB, "import:run", orgId, (scope) => listChunkPositions(scope, importId));
    for (const position of positions) {
      const bytes = await asSystem(IMPORT_JOB, "import:run", orgId, (scope) => findChunk(scope, importId, position));
      if (bytes) yield bytes;
    }
  };
}
