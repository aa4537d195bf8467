import postgres from "postgres";
import { beforeAll, describe, expect, test } from "vitest";
import { systemClock } from "#server/kernel/clock.ts";
import { publishRelease, withdrawRelease } from "#server/modules/releases/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { makeSealedWave, people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { snapshot } from "../../support/snapshot.ts";
import { openWaveNow } from "../results/fixture.ts";

const database = useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;

const asSuperuser = async <T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> => {
  const sql = postgres(database.superuserUrl, { max: 1 });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
};

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

describe("publishing a sealed wave", () => {
  test("stores blocks and sums of blocks, a passed audit and nothing finer", async () => {
    const waveId = await makeSealedWave(north, "Autumn 2026", {
      a1: people(12, 4, 3),
      a2: people(9, 2, 4),
      b1: people(8, 3, 3),
      b2: people(3, 1, 1),
    });
    const published = await publishRelease(north.id, waveId);
    expect(published).toMatchObject({ verdict: "passed", answers: 32 });

    const cells = await asSuperuser(
      (sql) =>
        sql`select code, shown, shown_in_files, n, direction_sum, delivery_sum from release_cell where release_id = ${published.releaseId} order by position`,
    );
    const byCode = Object.fromEntries(cells.map((c) => [c.code, c]));
    expect(byCode.A1).toMatchObject({ shown: true, n: 12, direction_sum: 12 * 4 * 60, delivery_sum: 12 * 3 * 60 });
    // Enforcement has three answers: neither it nor, by subtraction, its only sibling may be shown.
    expect(byCode.B2).toMatchObject({ shown: false, n: null, direction_sum: null });
    expect(byCode.B1).toMatchObject({ shown: false, n: null });
    expect(byCode.D2).toMatchObject({ shown: true, n: 11 });
    const [small] = await asSuperuser(
      (sql) => sql`select min(n) as n from release_block where release_id = ${published.releaseId}`,
    );
    expect(small?.n).toBeGreaterThanOrEqual(5);
    expect(await publishRelease(north.id, waveId)).toMatchObject({ releaseId: published.releaseId });
    const booked = await asSuperuser(
      (sql) => sql`select actor, subject from audit_event where action = 'release.publish' and subject_id = ${waveId}`,
    );
    expect(booked).toEqual([{ actor: "Release job", subject: "Autumn 2026" }]);
  });

  test("a wave that is still open, or withdrawn, stays as it is", async () => {
    const open = await openWaveNow(south, "Spring 2027");
    for (const status of ["open", "withdrawn"]) {
      await asSuperuser((sql) => sql`update wave set status = ${status} where id = ${open}`);
      const before = await snapshot(database.superuserUrl);
      await expect(publishRelease(south.id, open)).rejects.toMatchObject({ kind: "refused" });
      expect(await snapshot(database.superuserUrl)).toEqual(before);
    }
  });

  test("another organisation's wave does not exist here", async () => {
    const abroad = await makeSealedWave(south, "Autumn 2026", { a1: people(12, 4, 4) });
    await expect(publishRelease(north.id, abroad, systemClock)).rejects.toMatchObject({ kind: "not_found" });
  });

  test("withdrawing makes it unreadable, deletes the answers and keeps the sums", async () => {
    const waveId = await makeSealedWave(
      north,
      "Winter 2026",
      { a1: people(12, 4, 3) },
      { closedAt: "2026-11-01T00:00:00Z" },
    );
    const { releaseId } = await publishRelease(north.id, waveId);
    await withdrawRelease(north.id, waveId, "Wrong file", "Hari HR");
    const [left] = await asSuperuser(
      (sql) => sql`
      select (select status from release where id = ${releaseId}) as status,
        (select count(*)::int from sealed_response where wave_id = ${waveId}) as answers,
        (select count(*)::int from release_block where release_id = ${releaseId}) as blocks`,
    );
    expect(left).toMatchObject({ status: "withdrawn", answers: 0 });
    expect(left?.blocks).toBeGreaterThan(0);

    const again = await makeSealedWave(
      north,
      "Winter 2026 again",
      { a1: people(12, 4, 3) },
      { closedAt: "2026-11-01T00:00:00Z" },
    );
    expect(await publishRelease(north.id, again)).toMatchObject({ verdict: "passed" });
  });
});

describe("the database keeps it so", () => {
  test("a release without a passed audit cannot be stored, not even by a superuser", async () => {
    const waveId = await makeSealedWave(
      north,
      "Unaudited",
      { a1: people(12, 4, 3) },
      { closedAt: "2026-11-10T00:00:00Z" },
    );
    await expect(
      asSuperuser(
        (sql) => sql`insert into release (org_id, id, wave_id, k, k2, s_direction, s_delivery, answers, statistics)
          values (${north.id}, gen_random_uuid(), ${waveId}, 5, 10, 20, 20, 12, '{}')`,
      ),
    ).rejects.toMatchObject({ constraint_name: "release_passed_audit_fk" });
  });

  test("the app role writes answers and cannot read them", async () => {
    const sql = postgres(database.urls.app, { max: 1 });
    try {
      await expect(sql`select * from sealed_response`).rejects.toMatchObject({ code: "42501" });
      await expect(sql`select * from release_block`).rejects.toMatchObject({ code: "42501" });
      await expect(sql`delete from release_cell`).rejects.toMatchObject({ code: "42501" });
    } finally {
      await sql.end();
    }
  });
});
