import { randomBytes, randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LARGEST_UPLOAD } from "#contracts/imports.ts";
import { runCheck } from "#server/modules/imports/index.ts";
import { answerRows, csv, HEADINGS, plainOptions, upload } from "../../factories/import-file.ts";
import { type Caller, makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused } from "../../support/snapshot.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
let sql: postgres.Sql;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  sql = postgres(database.superuserUrl, { max: 1, onnotice: () => {} });
});
afterAll(() => sql.end());

const GOOD = csv(answerRows({ A1: 6, B1: 6 }));

describe("who may", () => {
  const calls = (caller: Caller, importId: string): [string, () => Promise<unknown>][] => [
    ["list", () => caller.imports.list({})],
    ["read", () => caller.imports.read({ importId })],
    ["start", () => caller.imports.start({ fileName: "a.csv", fileSize: 10 })],
    ["receive", () => caller.imports.receive({ importId, position: 9, base64: "QUFBQQ==" })],
    ["finish", () => caller.imports.finish({ importId, chunks: 1 })],
    ["readMapping", () => caller.imports.readMapping({ importId, text: "statement,column" })],
    ["choose", () => caller.imports.choose({ importId, options: plainOptions() })],
    ["confirm", () => caller.imports.confirm({ importId })],
    ["discard", () => caller.imports.discard({ importId })],
    ["withdraw", () => caller.imports.withdraw({ importId, reason: "because" })],
  ];

  test("HR of a branch may do nothing of it, and the others neither begin nor see one", async () => {
    const { importId } = await upload(await north.as("hr"), GOOD);
    for (const [, call] of calls(await north.as("branchHr"), importId)) {
      await expectRefused(database.superuserUrl, "FORBIDDEN", call);
    }
    for (const who of ["leader", "supervisor", "member", "nobody"] as const) {
      const caller = await north.as(who);
      await expectRefused(database.superuserUrl, "FORBIDDEN", () => caller.imports.read({ importId }));
      await expect(caller.imports.start({ fileName: "a.csv", fileSize: 9 })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    await (await north.as("hr")).imports.discard({ importId });
  });

  test("another organisation's import is as unknown as a random one", async () => {
    const { importId } = await upload(await south.as("hr"), GOOD);
    const hr = await north.as("hr");
    for (const id of [importId, randomUUID()]) {
      for (const [name, call] of calls(hr, id)) {
        if (name !== "list" && name !== "start") await expectRefused(database.superuserUrl, "NOT_FOUND", call);
      }
    }
    const { imports } = await hr.imports.list({});
    expect(imports.map((i) => i.importId)).not.toContain(importId);
  });
});

describe("hostile files are refused in words, and deleted", () => {
  const columns = (n: number) => Buffer.from(`${Array.from({ length: n }, (_, i) => `c${i}`).join(",")}\n1,2\n`);
  test.each<[string, Buffer, RegExp]>([
    ["a zip or Excel file", Buffer.from("PK\x03\x04rest of it, and more"), /Excel/],
    ["a PDF", Buffer.from("%PDF-1.7 and so on"), /PDF/],
    ["UTF-16", Buffer.from("\ufeffid,unit\n1,A1\n", "utf16le"), /UTF-16/],
    ["NUL bytes", Buffer.concat([Buffer.from("id,unit\n"), Buffer.alloc(40), Buffer.from("\n")]), /NUL/],
    ["control characters", Buffer.from("id,unit\n\x07\x07,A1\n"), /control/],
    ["one column", Buffer.from("answers\n1\n2\n"), /one column/],
    ["five thousand columns", columns(5000), /2,000 columns/],
    ["a million columns", columns(1_000_000), /too long/],
    ["one endless line", Buffer.from("x".repeat(2_000_000)), /too long/],
    ["a formula as a heading", Buffer.from('id,"=HYPERLINK(""http://x"")"\n1,2\n'), /formula/],
    ["no headings", Buffer.from("1,2,3,4\n5,1,2,3\n"), /names of the columns/],
    ["a damaged gzip", gzipSync(GOOD).subarray(0, 60), /damaged/],
    ["gzip inside gzip", gzipSync(gzipSync(randomBytes(5000))), /text file/],
    ["a bomb of zeroes", gzipSync(Buffer.alloc(50_000_000)), /NUL/],
    ["quotes that never close", Buffer.from(`id,unit\n"1,A1\n${"2,A1\n".repeat(100)}`), /quotation marks/],
  ])("%s", async (_name, bytes, words) => {
    const hr = await north.as("hr");
    const view = await upload(hr, bytes, "hostile.csv", 500_000);
    expect(view.status).toBe("failed");
    expect(view.report.problem).toMatch(words);
    expect(view.report.file).toBeNull();
    expect(await sql`select 1 from import_chunk where import_id = ${view.importId}`).toHaveLength(0);
  });

  test("what only shows further down is found by the check", async () => {
    const hr = await north.as("hr");
    const far = csv(answerRows({ A1: 20_000 })).toString();
    for (const [tail, words] of [
      ["p,A1,\0\n", /NUL/],
      [`"${"x".repeat(300_000)}\n`, /too long|quotation/],
    ] as const) {
      const { importId, status } = await upload(hr, Buffer.from(far + tail), "late.csv", 100_000);
      expect(status).toBe("uploaded");
      await hr.imports.choose({ importId, options: plainOptions({ label: "Late" }) });
      await runCheck({ orgId: north.id, importId });
      const view = await hr.imports.read({ importId });
      expect(view).toMatchObject({ status: "failed" });
      expect(view.report.problem).toMatch(words);
    }
  });

  test("too large is refused before and while it arrives; nothing of it stays", async () => {
    const hr = await north.as("hr");
    for (const fileSize of [0, LARGEST_UPLOAD + 1, 1_000_000_000]) {
      await expect(hr.imports.start({ fileName: "big.csv", fileSize })).rejects.toMatchObject({ code: "BAD_REQUEST" });
    }
    const { importId } = await hr.imports.start({ fileName: "liar.csv", fileSize: 10 });
    await sql`update import_job set file_size = ${LARGEST_UPLOAD - 10} where id = ${importId}`;
    const piece = Buffer.alloc(1000, 65).toString("base64");
    await expect(hr.imports.receive({ importId, position: 0, base64: piece })).rejects.toMatchObject({
      code: "BAD_REQUEST",
    });
    await expect(
      hr.imports.receive({ importId, position: 0, base64: Buffer.alloc(800_000).toString("base64") }),
    ).rejects.toMatchObject({ code: "BAD_REQUEST" });
    await hr.imports.discard({ importId });
  });

  test("missing pieces, another piece in the same place, a sixth file", async () => {
    const hr = await north.as("hr");
    const { importId } = await hr.imports.start({ fileName: "../../etc/pass\u0007wd.csv", fileSize: 10 });
    expect((await hr.imports.read({ importId })).fileName).toBe("passwd.csv");
    await hr.imports.receive({ importId, position: 1, base64: "QUFBQQ==" });
    await hr.imports.receive({ importId, position: 1, base64: "QUFBQQ==" });
    expect((await hr.imports.read({ importId })).fileSize).toBe(4);
    await expect(hr.imports.receive({ importId, position: 1, base64: "QkJCQg==" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(hr.imports.finish({ importId, chunks: 1 })).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    const more = [];
    for (let i = 0; i < 4; i++) more.push(await hr.imports.start({ fileName: "a.csv", fileSize: 10 }));
    await expect(hr.imports.start({ fileName: "a.csv", fileSize: 10 })).rejects.toMatchObject({
      code: "PRECONDITION_FAILED",
    });
    for (const one of [{ importId }, ...more]) await hr.imports.discard(one);
  });
});

describe("files as offices make them", () => {
  const rows = answerRows({ A1: 6, B1: 6 });
  test.each<[string, Buffer, object]>([
    ["semicolons", csv(rows, ";"), { delimiter: ";" }],
    ["tabs", csv(rows, "\t"), { delimiter: "\t" }],
    ["a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv(rows)]), { encoding: "utf-8" }],
    [
      "Windows code page",
      Buffer.from(csv([...rows, ["\u00e9\u00e8", "A1", ...new Array(12).fill("3")]]).toString(), "latin1"),
      { encoding: "windows-1252" },
    ],
    ["gzip", gzipSync(csv(rows)), { compressed: true }],
    ["Windows line ends", Buffer.from(csv(rows).toString().replaceAll("\n", "\r\n")), {}],
    ["empty rows", Buffer.from(csv(rows).toString().replace("p3,", "\n\np3,")), {}],
    ["no line end at the end", Buffer.from(csv(rows).toString().trimEnd()), {}],
    [
      "everything in quotation marks",
      Buffer.from([HEADINGS, ...rows].map((r) => r.map((c) => `"${c}"`).join(",")).join("\n")),
      {},
    ],
  ])("%s", async (name, bytes, facts) => {
    const hr = await north.as("hr");
    const { importId, report } = await upload(hr, bytes);
    expect(report.file).toMatchObject({ headings: HEADINGS, ...facts });
    await hr.imports.choose({ importId, options: plainOptions({ label: name }) });
    await runCheck({ orgId: north.id, importId });
    const { check } = (await hr.imports.read({ importId })).report;
    expect(check).toMatchObject({ rowsWithErrors: 0, unitsMatched: 2 });
    expect(check?.respondents).toBe(name === "Windows code page" ? 13 : 12);
    await hr.imports.discard({ importId });
  });

  test("a mapping file names the columns; what it gets wrong is told", async () => {
    const hr = await north.as("hr");
    const { importId } = await upload(hr, GOOD);
    const text = "statement,column,fit\nD1,d1,close\nE6,E6,\nD9,D2,\nE1,Q99,\n";
    const read = await hr.imports.readMapping({ importId, text });
    expect(read.statements[0]).toBe(2);
    expect(read.statements[11]).toBe(13);
    expect(read.problems).toHaveLength(2);
    expect((await hr.imports.readMapping({ importId, text: "a;b" })).problems[0]).toMatch(/statement/);
    await hr.imports.discard({ importId });
  });
});
