import { LARGEST_UPLOAD, type ReceiveChunk } from "#contracts/imports.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import { conflict, invalid } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findChunk, insertChunk, mustLockImport, updateImport } from "./queries.ts";

/**
 * Takes one piece of a file. The same piece again changes nothing. Pieces are not booked one by one: the start and the
 * end of an upload are.
 *
 * @throws refused when the upload is over; invalid beyond 64 MB; conflict when another piece is there already
 */
export const receiveChunk = command("import.receive", async (scope: Scope<"import:run">, input: ReceiveChunk) => {
  const row = await mustLockImport(scope, input.importId, "receive");
  const bytes = Buffer.from(input.base64, "base64");
  const fileSize = row.fileSize + bytes.length;
  if (fileSize > LARGEST_UPLOAD) {
    const message = "The file is larger than 64 MB. Compress it with gzip, or split it by wave.";
    throw invalid(message, { file: message });
  }
  if (await insertChunk(scope, row.id, input.position, bytes)) {
    await updateImport(scope, row.id, { fileSize });
    return { view: { received: fileSize }, audit: UNCHANGED };
  }
  const there = await findChunk(scope, row.id, input.position);
  if (!there?.equals(bytes)) throw conflict("Another file is being uploaded here. Start again.");
  return { view: { received: row.fileSize }, audit: UNCHANGED };
});
