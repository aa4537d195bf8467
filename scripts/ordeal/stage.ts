import { randomUUID } from "node:crypto";
import type { Sql } from "postgres";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { asSystem } from "#server/authz/index.ts";
import { invite, linksOf, parseLink } from "#server/modules/responses/index.ts";

type Link = NonNullable<ReturnType<typeof parseLink>>;

/** Somebody invited. `number` stands in the first four answers they give, so that an attacker's guess can be checked. */
export type Invitee = { number: number; memberId: string; unitId: string; link: Link };

export type Stage = { orgId: string; waveId: string; people: Invitee[] };

/**
 * An organisation with an open pulse of `teams` teams, written past the product's screens by the superuser: what is on
 * trial is the vault. The kernel's databases must be connected.
 */
export async function setStage(superuser: Sql, size: { teams: number; perTeam: number }): Promise<Stage> {
  const [orgId, rootId, waveId] = [randomUUID(), randomUUID(), randomUUID()];
  const teams = Array.from({ length: size.teams }, (_, i) => ({ id: randomUUID(), code: `T${i}` }));
  await superuser.begin(async (sql) => {
    await sql`insert into organisation ${sql({ id: orgId, slug: `ordeal-${orgId.slice(0, 8)}`, name: "Ordeal" })}`;
    await sql`insert into organisation_setting ${sql({ org_id: orgId })}`;
    const units = [
      { id: rootId, code: "ROOT", kind: "organisation", path: [rootId], parent_id: null as string | null, position: 0 },
      ...teams.map((t, i) => ({ ...t, kind: "team", path: [rootId, t.id], parent_id: rootId, position: i + 1 })),
    ];
    await sql`insert into wave ${sql({ org_id: orgId, id: waveId, label: "Ordeal", source: "pulse", k: 5, closes_at: "2099-01-01", deletes_on: "2099-12-31" })}`;
    for (const { parent_id, position, ...u } of units) {
      await sql`insert into unit ${sql({ org_id: orgId, name: u.code, ...u })}`;
      await sql`insert into wave_unit ${sql({ org_id: orgId, wave_id: waveId, unit_id: u.id, parent_id, code: u.code, name: u.code, kind: u.kind, path: u.path, position })}`;
    }
    for (const [position, code] of STATEMENT_CODES.entries()) {
      const part = code.startsWith("D") ? "agreement" : "frequency";
      await sql`insert into wave_statement ${sql({ org_id: orgId, wave_id: waveId, code, position, part, en: `Statement ${code}` })}`;
    }
    await sql`update wave set status = 'confirming', launched_at = now() where id = ${waveId}`;
    await sql`
      insert into team_member (org_id, unit_id, name, starts_on)
      select ${orgId}, unit_id, 'Somebody', '2026-01-01' from wave_unit, generate_series(1, ${size.perTeam})
      where wave_id = ${waveId} and kind = 'team'`;
  });
  const members = await superuser<{ id: string; unit_id: string }[]>`
    select id, unit_id from team_member where org_id = ${orgId} order by random()`;
  const links = await asSystem("Ordeal", "wave:run", orgId, async (scope) => {
    await invite(
      scope,
      waveId,
      members.map((m) => ({ memberId: m.id, unitId: m.unit_id })),
    );
    return linksOf(
      scope,
      waveId,
      members.map((m) => m.id),
    );
  });
  await superuser`update wave set status = 'open', opened_at = now(), receipt = repeat('a', 64) where id = ${waveId}`;
  return {
    orgId,
    waveId,
    people: members.map((m, number) => {
      const link = parseLink(links.get(m.id)?.slice("/r/".length) ?? "");
      if (!link) throw new Error("somebody has no link");
      return { number, memberId: m.id, unitId: m.unit_id, link };
    }),
  };
}

/** Twelve answers that name who gave them, in the first five, to whoever can read them: digits 1-5. */
export function answersOf(number: number): number[] {
  const digits = [625, 125, 25, 5, 1].map((place) => (Math.floor(number / place) % 5) + 1);
  return [...digits, 3, 4, 2, 3, 5, 1, 4];
}

/** Who gave these answers. */
export const giverOf = (answers: readonly number[]): number =>
  answers.slice(0, 5).reduce((sum, digit) => sum * 5 + digit - 1, 0);
