import { LARGEST_UPLOAD, type StartUpload } from "#contracts/imports.ts";
import { importJob } from "#db/schema/imports.ts";
import { command } from "#server/kernel/command.ts";
import { invalid, refused } from "#server/kernel/errors.ts";
import { enqueue } from "#server/kernel/queue.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { countWaitingFiles } from "./queries.ts";
import { shownFileName } from "./rules.ts";

const KEPT_SECONDS = 24 * 60 * 60;
const WAITING_FILES = 5;

/**
 * Opens an upload. The file goes when it has been imported, or after 24 hours.
 * @throws invalid for an empty or too large file; refused while five files wait already
 */
export const startUpload = command("import.start", async (scope: Scope<"import:run">, input: StartUpload) => {
  if (input.fileSize === 0) throw fileProblem("The file is empty.");
  if (input.fileSize > LARGEST_UPLOAD) {
    throw fileProblem("The file is larger than 64 MB. Compress it with gzip, or split it by wave.");
  }
  if ((await countWaitingFiles(scope)) >= WAITING_FILES) {
    throw refused(`${WAITING_FILES} files are waiting already. Import or discard one of them first.`);
  }
  const fileName = shownFileName(input.fileName);
  const now = scope.clock.now();
  const [row] = await scope.tx
    .insert(importJob)
    .values({
      orgId: scope.organisation.id,
      kind: "responses",
      fileName,
      createdBy: scope.actor.personId,
      createdAt: now,
      expiresAt: new Date(now.getTime() + KEPT_SECONDS * 1000),
    })
    .returning({ id: importJob.id });
  if (!row) throw new Error("the upload was not stored");
  const job = { orgId: scope.organisation.id, importId: row.id };
  await enqueue(scope.tx, "import-expire", job, { startAfter: KEPT_SECONDS });
  return { view: { importId: row.id }, audit: { subjectId: row.id, subject: fileName, after: { file: fileName } } };
});

const fileProblem = (message: string) => invalid(message, { file: message });
