import type { Sql } from "postgres";

const PAGE = 8192;
const HEADER = 24;
const ITEM = 4;

/** A row as it lies in the file, living, dead, or only its bytes: what a person with the disk has. */
export type RawRow = { xmin: number; place: number; body: Buffer };

/** Reads a table's file past Postgres: every row that an item points to, whether anybody could still see it or not. */
export async function readHeap(superuser: Sql, table: string): Promise<RawRow[]> {
  const pages = await readFileOf(superuser, table);
  return pages.flatMap((page, number) => {
    const items = (page.readUInt16LE(12) - HEADER) / ITEM;
    return Array.from({ length: Math.max(0, items) }, (_, i) => page.readUInt32LE(HEADER + i * ITEM))
      .filter((item) => ((item >>> 15) & 3) === 1)
      .map((item) => rowAt(page, number, item & 0x7fff, item >>> 17));
  });
}

/** Rows whose bytes still lie in a file, items or not: looks for the organisation's id, with which each row begins. */
export async function readResidue(superuser: Sql, table: string, orgId: string): Promise<RawRow[]> {
  const pages = await readFileOf(superuser, table);
  const needle = Buffer.from(orgId.replaceAll("-", ""), "hex");
  return pages.flatMap((page, number) => {
    const found: RawRow[] = [];
    for (let at = page.indexOf(needle); at >= 0; at = page.indexOf(needle, at + 1)) {
      if (at >= HEADER * 2) found.push(rowAt(page, number, at - HEADER, 200 + HEADER));
    }
    return found;
  });
}

async function readFileOf(superuser: Sql, table: string): Promise<Buffer[]> {
  await superuser`checkpoint`;
  const [row] = await superuser<{ bytes: Buffer }[]>`
    select pg_read_binary_file(pg_relation_filepath(${table}::regclass)) as bytes`;
  const bytes = row?.bytes ?? Buffer.alloc(0);
  return Array.from({ length: Math.floor(bytes.length / PAGE) }, (_, i) => bytes.subarray(i * PAGE, (i + 1) * PAGE));
}

function rowAt(page: Buffer, number: number, offset: number, length: number): RawRow {
  const start = offset + (page[offset + 22] ?? HEADER);
  return {
    xmin: page.readUInt32LE(offset),
    place: number * PAGE + offset,
    body: page.subarray(start, Math.min(offset + length, PAGE)),
  };
}

const uuidAt = (body: Buffer, at: number) =>
  body
    .subarray(at, at + 16)
    .toString("hex")
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** The columns of an inbox row without nulls, in the order of the table. */
export function inboxRow({ body, ...row }: RawRow) {
  // Four uuids, an integer, then a short array: one byte of length, five words of header, twelve smallints.
  const answers = Array.from({ length: 12 }, (_, i) => (body.length >= 113 ? body.readInt16LE(89 + i * 2) : 0));
  return { ...row, waveId: uuidAt(body, 32), unitId: uuidAt(body, 48), answers };
}

/** The columns of an invitation, in the order of the table. */
export function invitationRow({ body, ...row }: RawRow) {
  return {
    ...row,
    waveId: uuidAt(body, 32),
    unitId: uuidAt(body, 48),
    memberId: uuidAt(body, 68),
    used: body[117] === 1,
  };
}
