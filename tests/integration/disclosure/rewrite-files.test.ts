import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clearNotes } from "#server/disclosure/index.ts";
import { rewriteFiles } from "#server/disclosure/rewrite-files.ts";
import { makeOrganisation } from "../../factories/organisation.ts";
import { publishPulse } from "../../factories/notes.ts";
import { useDatabase } from "../../support/database.ts";

const database = useDatabase();
let superuser: postgres.Sql;

beforeAll(async () => {
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  const north = await makeOrganisation("north");
  await publishPulse(north, "Autumn 2026", { a1: { people: 12, notes: Array(12).fill("Quill is here") } });
});

afterAll(() => superuser.end({ timeout: 5 }));

const inFile = async () => {
  await superuser`checkpoint`;
  const [file] =
    await superuser`select position('Quill'::bytea in pg_read_binary_file(pg_relation_filepath('release_note'))) as at`;
  return Number(file?.at) > 0;
};

test("a reader who was there before keeps deleted rows, which is said; gone, nothing is left", async () => {
  const reader = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
  const held = Promise.withResolvers<void>();
  const reading = Promise.withResolvers<void>();
  const transaction = reader.begin("isolation level repeatable read", async (tx) => {
    // Of another table: a reader of this one would keep the file itself waiting.
    await tx`select count(*) from organisation`;
    reading.resolve();
    await held.promise;
  });
  await reading.promise;
  await superuser`update release_note set note = 'taken out'`;
  expect(await rewriteFiles(["release_note"], false)).toBe(false);
  expect(await inFile()).toBe(true);

  // The patient one waits for the reader.
  const cleared = clearNotes();
  held.resolve();
  await transaction;
  await cleared;
  expect(await inFile()).toBe(false);
  // Patient again: an autovacuum that happens to analyse keeps rows for a moment, as a reader does.
  expect(await rewriteFiles(["release_note", "sealed_note"])).toBe(true);
  await reader.end({ timeout: 5 });
});
