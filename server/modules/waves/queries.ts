import { and, count, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { wave, waveUnit } from "#db/schema/waves.ts";
import { notFound } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";

export type WaveRow = typeof wave.$inferSelect;

const isWave = (scope: Scope, id: string) => and(eq(wave.orgId, scope.organisation.id), eq(wave.id, id));

/** @throws not_found */
export async function mustFindWave(scope: Scope, id: string): Promise<WaveRow> {
  const [found] = await scope.tx.select().from(wave).where(isWave(scope, id));
  if (!found) throw notFound("wave");
  return found;
}

/** For a change of its status: nobody else changes it, and nobody saves into it, until this transaction ends. */
export async function mustLockWave(scope: Scope, id: string): Promise<WaveRow> {
  const [found] = await scope.tx.select().from(wave).where(isWave(scope, id)).for("update");
  if (!found) throw notFound("wave");
  return found;
}

/**
 * For saving into it: holds off closing until this transaction ends, so that a save is either in or refused. Many may
 * hold it at once.
 *
 * @throws not_found
 */
export async function holdWave(scope: Scope, id: string): Promise<WaveRow> {
  const [found] = await scope.tx.select().from(wave).where(isWave(scope, id)).for("share");
  if (!found) throw notFound("wave");
  return found;
}

/** The wave that is open now; one at a time. */
export async function findOpenWave(scope: Scope): Promise<WaveRow | null> {
  const [found] = await scope.tx
    .select()
    .from(wave)
    .where(and(eq(wave.orgId, scope.organisation.id), eq(wave.status, "open")));
  return found ?? null;
}

/** Opening two waves at the same moment would leave two open: whoever opens one waits here for the other. */
export async function takeTurn(scope: Scope): Promise<void> {
  await scope.tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`wave.open ${scope.organisation.id}`}, 0))`,
  );
}

const ENDLESS = sql`coalesce(${wave.closedAt}, 'infinity'::timestamptz)`;

/** Waves still to close first, then the latest closed. The cursor is the last wave of the page before. */
export function listWaveRows(scope: Scope, cursor: string | null, limit: number): Promise<WaveRow[]> {
  const orgId = scope.organisation.id;
  const after = cursor
    ? sql`(${ENDLESS}, ${wave.createdAt}, ${wave.id}) < (select coalesce(c.closed_at, 'infinity'::timestamptz), c.created_at, c.id from wave c where c.org_id = ${orgId} and c.id = ${cursor})`
    : undefined;
  return scope.tx
    .select()
    .from(wave)
    .where(and(eq(wave.orgId, orgId), ne(wave.status, "withdrawn"), after))
    .orderBy(desc(ENDLESS), desc(wave.createdAt), desc(wave.id))
    .limit(limit);
}

export async function countFrozenTeams(scope: Scope, waveId: string): Promise<number> {
  const [row] = await scope.tx
    .select({ teams: count() })
    .from(waveUnit)
    .where(and(eq(waveUnit.orgId, scope.organisation.id), eq(waveUnit.waveId, waveId), eq(waveUnit.kind, "team")));
  return row?.teams ?? 0;
}

/** One unit or team as a wave froze it; null when it was not there. */
export async function findFrozenUnit(
  scope: Scope,
  waveId: string,
  unitId: string,
): Promise<{ kind: string; name: string; headcount: number | null } | null> {
  const [found] = await scope.tx
    .select({ kind: waveUnit.kind, name: waveUnit.name, headcount: waveUnit.headcount })
    .from(waveUnit)
    .where(and(eq(waveUnit.orgId, scope.organisation.id), eq(waveUnit.waveId, waveId), eq(waveUnit.unitId, unitId)));
  return found ?? null;
}

/** Which of these a wave froze; at most as many as asked for. */
export async function listFrozenIds(scope: Scope, waveId: string, unitIds: readonly string[]): Promise<string[]> {
  const rows = await scope.tx
    .select({ unitId: waveUnit.unitId })
    .from(waveUnit)
    .where(
      and(
        eq(waveUnit.orgId, scope.organisation.id),
        eq(waveUnit.waveId, waveId),
        inArray(waveUnit.unitId, [...unitIds]),
      ),
    );
  return rows.map((row) => row.unitId);
}
