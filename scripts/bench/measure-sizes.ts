import { randomUUID } from "node:crypto";
import postgres, { type Sql } from "postgres";
import { certifyRelease, publishRelease } from "#server/modules/releases/index.ts";
import { time, withPeakMemory } from "./repeat.ts";
import type { Stand } from "./stand.ts";

/** People of each team who answered. */
const ANSWERS = 20;
const TEAMS_OF_A_UNIT = 10;
const UNITS_OF_A_DIRECTORATE = 10;

export type Size = {
  teams: number;
  answers: number;
  releaseSeconds: number;
  certifySeconds: number;
  /** Of the whole process, while both ran. */
  megabytes: number;
};

/**
 * Release and certificate of one organisation of so many teams, ten to a unit and ten units to a directorate, twenty answers
 * each: reading the sealed answers, rule, audit, stored blocks and cells; then everything again from what was stored.
 */
export async function measureSize(stand: Stand, teams: number): Promise<Size> {
  const sql = postgres(stand.superuserUrl, { max: 1, onnotice: () => {} });
  try {
    const label = `${teams} teams`;
    const { orgId, waveId } = await plant(sql, teams, label);
    let releaseSeconds = 0;
    let certifySeconds = 0;
    const { megabytes } = await withPeakMemory(async () => {
      releaseSeconds =
        (await time(async () => {
          const { verdict, answers } = await publishRelease(orgId, waveId);
          if (verdict !== "passed" || answers !== teams * ANSWERS) throw new Error(`${label}: ${verdict}, ${answers}`);
        })) / 1000;
      certifySeconds =
        (await time(async () => {
          const { verdict } = await certifyRelease(orgId, label);
          if (verdict !== "passed") throw new Error(`${label}: the certificate does not hold`);
        })) / 1000;
    });
    return { teams, answers: teams * ANSWERS, releaseSeconds, certifySeconds, megabytes };
  } finally {
    await sql.end();
  }
}

/** Written by the superuser in a few statements: it is not the planting that is measured. */
async function plant(sql: Sql, teams: number, label: string): Promise<{ orgId: string; waveId: string }> {
  const [orgId, waveId, root] = [randomUUID(), randomUUID(), randomUUID()];
  await sql.begin(async (tx) => {
    await tx`insert into organisation (id, slug, name) values (${orgId}, ${`size-${teams}`}, ${label})`;
    await tx`insert into organisation_setting (org_id) values (${orgId})`;
    await tx`create temp table made on commit drop as
      with leaf as (
        select gen_random_uuid() as id, i, (i / ${TEAMS_OF_A_UNIT}::int) as u from generate_series(0, ${teams - 1}::int) i
      ), node as (
        select gen_random_uuid() as id, u, (u / ${UNITS_OF_A_DIRECTORATE}::int) as d from (select distinct u from leaf) x
      ), top as (
        select gen_random_uuid() as id, d from (select distinct d from node) x
      )
      select ${root}::uuid as id, null::uuid as parent, 'organisation' as kind, array[${root}::uuid] as path, 'ORG' as code, 0 as level
      union all select t.id, ${root}::uuid, 'unit', array[${root}::uuid, t.id], 'D' || t.d, 1 from top t
      union all select n.id, t.id, 'unit', array[${root}::uuid, t.id, n.id], 'U' || n.u, 2 from node n join top t using (d)
      union all select l.id, n.id, 'team', array[${root}::uuid, t.id, n.id, l.id], 'T' || l.i, 3
        from leaf l join node n using (u) join top t on t.d = n.d`;
    await tx`insert into unit (org_id, id, code, name, kind, path) select ${orgId}, id, code, code, kind, path from made`;
    await tx`insert into wave (org_id, id, label, status, source, k, closed_at)
      values (${orgId}, ${waveId}, ${label}, 'sealed', 'import', 5, now())`;
    await tx`insert into wave_unit (org_id, wave_id, unit_id, parent_id, code, name, kind, path, position)
      select ${orgId}, ${waveId}, id, parent, code, code, kind, path, row_number() over (order by path) - 1 from made`;
    const answer = tx`1 + floor(random() * 5)::int`;
    await tx`insert into sealed_response (org_id, wave_id, unit_id, d1, d2, d3, d4, d5, d6, e1, e2, e3, e4, e5, e6)
      select ${orgId}, ${waveId}, id, ${answer}, ${answer}, ${answer}, ${answer}, ${answer}, ${answer},
        ${answer}, ${answer}, ${answer}, ${answer}, ${answer}, ${answer}
      from made, generate_series(1, ${ANSWERS}::int) where kind = 'team'`;
  });
  await sql`vacuum analyze sealed_response, wave_unit`;
  return { orgId, waveId };
}
