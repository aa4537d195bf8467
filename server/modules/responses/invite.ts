import { randomInt, randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { invitation, waveKey } from "#db/schema/responses.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { bucketsOf } from "./buckets-rules.ts";
import { deriveSecret, formatLink, hashOfSecret } from "./link.ts";
import { newWaveKey, openWaveKey } from "./new-wave-key.ts";

/** Somebody on a team's list, in the unit where the own answer will count. */
type Invited = { memberId: string; unitId: string };

const RANGE = 2 ** 47;

/**
 * Makes the wave's key and one invitation a person, in random order and random buckets. Once a wave, while it confirms;
 * a trigger refuses it at any other time.
 *
 * @throws a unique violation when somebody is invited twice
 */
export async function invite(scope: Scope<"wave:run">, waveId: string, invited: readonly Invited[]): Promise<void> {
  const orgId = scope.organisation.id;
  const { key, sealed } = newWaveKey(waveId);
  await scope.tx.insert(waveKey).values({ orgId, waveId, sealedKey: sealed });
  const rows = [...Map.groupBy(invited, (i) => i.unitId)].flatMap(([unitId, members]) => {
    const buckets = bucketsOf(members.length, () => randomInt(RANGE) / RANGE);
    return members.map(({ memberId }, i) => {
      const id = randomUUID();
      const tokenHash = hashOfSecret(deriveSecret(key, id));
      return { orgId, id, waveId, unitId, memberId, bucket: buckets[i] ?? 0, tokenHash };
    });
  });
  // Sorted by a random id: the order in which they are stored says nothing about the list.
  rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let at = 0; at < rows.length; at += 1000) await scope.tx.insert(invitation).values(rows.slice(at, at + 1000));
}

/** Makes the links of these people again: `/r/` and the last part of the address. Null for who is not invited. */
export async function linksOf(
  scope: Scope,
  waveId: string,
  memberIds: readonly string[],
): Promise<Map<string, string>> {
  const { organisation, tx } = scope;
  const [stored] = await tx
    .select({ sealedKey: waveKey.sealedKey })
    .from(waveKey)
    .where(and(eq(waveKey.orgId, organisation.id), eq(waveKey.waveId, waveId)));
  if (!stored) return new Map();
  const key = openWaveKey(waveId, stored.sealedKey);
  const rows = await tx.execute<{ id: string; member_id: string; code: string }>(sql`
    select i.id, i.member_id, u.code from invitation i
    join wave_unit u on u.org_id = i.org_id and u.wave_id = i.wave_id and u.unit_id = i.unit_id
    where i.org_id = ${organisation.id} and i.wave_id = ${waveId}
      and i.member_id = any(${`{${memberIds.join(",")}}`}::text::uuid[])`);
  return new Map(
    rows.map((r) => [
      r.member_id,
      `/r/${formatLink({ slug: organisation.slug, code: r.code, secret: deriveSecret(key, r.id) })}`,
    ]),
  );
}
