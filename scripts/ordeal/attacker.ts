import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Sql } from "postgres";
import { inboxRow, invitationRow, type RawRow, readHeap, readResidue } from "./heap.ts";
import { giverOf, type Invitee, type Stage } from "./stage.ts";

/** How many people each way of attack matched to their own answers. Chance gives about one a team. */
export type Loot = Record<string, number>;

type Answer = { unitId: string; giver: number };
type Person = { unitId: string; number: number };

/** Pairs rows with people of the same team by their place in two orders. */
function matchByOrder(answers: readonly Answer[], people: readonly Person[]): number {
  const inTeam = Map.groupBy(people, (p) => p.unitId);
  return [...Map.groupBy(answers, (a) => a.unitId)]
    .map(([unitId, rows]) => rows.filter((row, i) => inTeam.get(unitId)?.[i]?.number === row.giver).length)
    .reduce((a, b) => a + b, 0);
}

/**
 * Joins by row metadata: every transaction that wrote a team's answers and its invitations leaves both with one number.
 * What is new among the answers of one transaction against the one before belongs to whoever's link turned used.
 */
function matchByTransaction(inbox: RawRow[], invitations: RawRow[], stage: Stage): number {
  const numberOf = new Map(stage.people.map((p) => [p.memberId, p.number]));
  const answers = inbox.map(inboxRow).filter((r) => r.waveId === stage.waveId);
  const links = invitations.map(invitationRow).filter((r) => r.waveId === stage.waveId && r.used);
  let matched = 0;
  for (const [unitId, ofTeam] of Map.groupBy(answers, (r) => r.unitId)) {
    const known = { givers: new Set<number>(), members: new Set<string>() };
    const linksOfTeam = Map.groupBy(
      links.filter((l) => l.unitId === unitId),
      (l) => l.xmin,
    );
    for (const [xmin, rows] of [...Map.groupBy(ofTeam, (r) => r.xmin)].sort(([a], [b]) => a - b)) {
      const givers = [...new Set(rows.map((r) => giverOf(r.answers)))].filter((g) => !known.givers.has(g));
      const members = [...new Set((linksOfTeam.get(xmin) ?? []).map((l) => l.memberId))].filter(
        (m) => !known.members.has(m),
      );
      for (const g of givers) known.givers.add(g);
      for (const m of members) known.members.add(m);
      // Several at once: the best that the attacker can do is to guess one pair.
      if (givers.length > 0 && members.length > 0 && numberOf.get(members[0]!) === givers[0]) matched++;
    }
  }
  return matched;
}

/** Columns that could tell an order: everything sortable in the table that is no key. */
async function orders(superuser: Sql, table: string): Promise<string[]> {
  const columns = await superuser<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_name = ${table} and column_name not in ('org_id', 'wave_id', 'unit_id', 'bucket')
      and data_type in ('uuid', 'timestamp with time zone', 'integer', 'bigint', 'date')`;
  return ["ctid", ...columns.map((c) => `"${c.name}"`)];
}

/** Attacks a wave that is still open, with everything that a superuser with the disk has. */
export async function attackOpen(superuser: Sql, stage: Stage, observed: readonly Invitee[]): Promise<Loot> {
  const loot: Loot = {};
  const [inbox, invitations] = [await readHeap(superuser, "inbox"), await readHeap(superuser, "invitation")];
  loot["row metadata"] = matchByTransaction(inbox, invitations, stage);
  for (const by of await orders(superuser, "inbox")) {
    const rows = await superuser.unsafe<{ unitId: string; answers: number[] }[]>(
      `select unit_id as "unitId", answers from inbox where wave_id = $1 order by ${by}`,
      [stage.waveId],
    );
    loot[`order of ${by}`] = matchByOrder(
      rows.map((r) => ({ unitId: r.unitId, giver: giverOf(r.answers) })),
      observed,
    );
  }
  return loot;
}

/** Attacks the bytes that deleted rows left in the free space of the files. */
export async function attackResidue(superuser: Sql, stage: Stage): Promise<Loot> {
  const [inbox, invitations] = [
    await readResidue(superuser, "inbox", stage.orgId),
    await readResidue(superuser, "invitation", stage.orgId),
  ];
  return { "what deleted rows left behind": matchByTransaction(inbox, invitations, stage) };
}

/** Attacks a sealed wave: the order of the sealed rows. */
export async function attackSealed(superuser: Sql, stage: Stage, observed: readonly Invitee[]): Promise<Loot> {
  const loot: Loot = {};
  for (const by of await orders(superuser, "sealed_response")) {
    const rows = await superuser.unsafe<{ unitId: string; answers: number[] }[]>(
      `select unit_id as "unitId", array[d1, d2, d3, d4, d5, d6, e1, e2, e3, e4, e5, e6] as answers
       from sealed_response where wave_id = $1 order by ${by}`,
      [stage.waveId],
    );
    loot[`order of sealed ${by}`] = matchByOrder(
      rows.map((r) => ({ unitId: r.unitId, giver: giverOf(r.answers) })),
      observed,
    );
  }
  return loot;
}

/**
 * Reads the write-ahead log, which holds every submit in its order and cannot do otherwise: what the promise names, and
 * why backups are kept 35 days and no longer. Not part of `attackOpen`.
 */
export async function attackLog(superuser: Sql, stage: Stage, observed: readonly Invitee[]): Promise<number> {
  const files = await superuser<
    { name: string }[]
  >`select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' order by name`;
  const parts: Buffer[] = [];
  for (const { name } of files) {
    const [row] = await superuser<{ bytes: Buffer }[]>`select pg_read_binary_file(${`pg_wal/${name}`}) as bytes`;
    if (row) parts.push(row.bytes);
  }
  const log = Buffer.concat(parts);
  // Each row lies there whole: the wave's id, the unit's, a bucket, and 41 bytes on the answers.
  const wave = Buffer.from(stage.waveId.replaceAll("-", ""), "hex");
  const unitOf = new Map(stage.people.map((p) => [p.number, p.unitId]));
  const first = new Map<number, number>();
  for (let at = log.indexOf(wave); at >= 0 && at + 81 <= log.length; at = log.indexOf(wave, at + 1)) {
    const giver = giverOf(Array.from({ length: 12 }, (_, i) => log.readInt16LE(at + 57 + i * 2)));
    const unitId = unitOf.get(giver);
    if (unitId && log.subarray(at + 16, at + 32).toString("hex") === unitId.replaceAll("-", "")) {
      if (!first.has(giver)) first.set(giver, at);
    }
  }
  const answers = [...first].sort(([, a], [, b]) => a - b).map(([giver]) => ({ unitId: unitOf.get(giver)!, giver }));
  return matchByOrder(answers, observed);
}

/** Every place where a secret, its hash or a row of answers could have been written down by mistake. */
export async function searchWords(superuser: Sql, stage: Stage, logFile: string): Promise<string[]> {
  const words = stage.people.flatMap(({ link }) => [
    link.secret,
    createHash("sha256").update(link.secret).digest("hex"),
  ]);
  const found: string[] = [];
  const log = readFileSync(logFile, "latin1");
  if (words.some((w) => log.includes(w))) found.push("the server's log");
  const tables = await superuser<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'pgboss') and tablename <> 'invitation'`;
  for (const { name } of tables) {
    const rows = await superuser.unsafe<{ text: string }[]>(`select t::text as text from ${name} t`);
    if (rows.some(({ text }) => words.some((w) => text.includes(w)))) found.push(name);
  }
  const hashes = await superuser<{ text: string }[]>`select i::text as text from invitation i`;
  if (hashes.some(({ text }) => stage.people.some(({ link }) => text.includes(link.secret)))) found.push("invitation");
  return found;
}
