import { expect, test } from "vitest";
import { asSystem } from "#server/authz/index.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { appClient, closeDatabases, releaserClient } from "#server/kernel/databases.ts";
import { giveToVault, linksOf, parseLink } from "#server/modules/responses/index.ts";
import { advanceWave } from "#server/modules/waves/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { cutAfter } from "../../support/cut.ts";
import { useDatabase } from "../../support/database.ts";
import { CLOSING, launched, listPeople, looksInto, mailsOf, OPENING } from "./pulse-inputs.ts";

const database = useDatabase();
const { one, audits, statusOf, jobs } = looksInto(database);
const ANSWERS = {
  answers: [4, 4, 3, 4, 2, 5, 3, 4, 4, 2, 4, 3],
  extra: 4,
  locals: Array(5).fill(null),
  note: "A note.",
};

/**
 * Takes every due step of a wave again and again, cut off after one message to the database, then after two, and so on: what
 * has been done by then stays done, and counting begins anew with the next state. So every step is cut at each of its
 * messages. Ends with the run that is not cut any more.
 */
async function advanceCutEverywhere(org: TestOrganisation, waveId: string, clock: Clock, delivered: boolean) {
  const port = Number(new URL(database.superuserUrl).port);
  let cuts = 0;
  let status = await statusOf(waveId);
  for (let messages = 1; ; messages++) {
    // The driver looks up array types when a pool is new, and nobody waits for that: it is not what is to be cut.
    await Promise.all([appClient(), releaserClient()].map(({ sql }) => sql`select 1`));
    const line = cutAfter(messages, port, delivered);
    const outcome = await advanceWave({ orgId: org.id, waveId }, clock).then(
      () => "done" as const,
      () => "failed" as const,
    );
    // Its connections are dead: waiting for their end would take the time after which the driver gives them up.
    void closeDatabases().catch(() => {});
    line.restore();
    if (!line.happened()) {
      expect(outcome).toBe("done");
      return cuts;
    }
    cuts += 1;
    const now = await statusOf(waveId);
    if (now !== status) messages = 0;
    status = now;
  }
}

// Both ends of a message: lost on the way, and done by the server with nobody left to hear of it.
test.each([false, true])(
  "a wave that is cut off at every message of every step is opened, closed, sealed and published once (delivered: %s)",
  { timeout: 240_000 },
  async (delivered) => {
    const org = await makeOrganisation(`cut-${delivered}`);
    const other = await makeOrganisation(`beside-${delivered}`);
    const members = await listPeople(org, { a1: 12, a2: 11 });
    await listPeople(other, { a1: 12 });
    const waveId = await launched(org);
    const besideId = await launched(other);

    const opening = await advanceCutEverywhere(org, waveId, OPENING, delivered);
    expect(await statusOf(waveId)).toBe("open");
    expect(await audits(org.id, "wave.open-pulse")).toBe(1);
    expect(await one("select count(*)::int as n from invitation where wave_id = $1", [waveId])).toEqual({ n: 23 });
    expect(await mailsOf(org, waveId)).toMatchObject({ "invitation waiting": 23 });

    const everybody = [...members.a1!, ...members.a2!];
    const links = await asSystem("Test", "wave:run", org.id, (scope) => linksOf(scope, waveId, everybody));
    for (const id of everybody) {
      expect(await giveToVault(parseLink(links.get(id)!.slice("/r/".length))!, ANSWERS)).toBe("received");
    }
    const closing = await advanceCutEverywhere(org, waveId, CLOSING, delivered);
    // Each step has dozens of messages: with fewer cuts than this most of them were never reached.
    expect(opening).toBeGreaterThan(30);
    expect(closing).toBeGreaterThan(90);

    expect(await statusOf(waveId)).toBe("published");
    for (const action of ["wave.close-pulse", "wave.seal"])
      expect([action, await audits(org.id, action)]).toEqual([action, 1]);
    expect(
      await one("select count(*)::int as n, sum(answers)::int as answers from release where wave_id = $1", [waveId]),
    ).toEqual({
      n: 1,
      answers: 23,
    });
    expect(await one("select count(*)::int as n from sealed_response where wave_id = $1", [waveId])).toEqual({ n: 23 });
    expect(
      await one(
        "select count(*)::int as n from release_note n join release r on r.id = n.release_id where r.wave_id = $1",
        [waveId],
      ),
    ).toEqual({ n: 23 });
    for (const table of ["invitation", "inbox", "inbox_note", "sealed_note", "wave_key"]) {
      expect([table, await one(`select count(*)::int as n from ${table} where wave_id = $1`, [waveId])]).toEqual([
        table,
        { n: 0 },
      ]);
    }
    const told = await one(
      "select count(*)::int as n, count(distinct person_id)::int as people from outbox_mail where wave_id = $1 and kind = 'results_out'",
      [waveId],
    );
    expect(told.n).toBe(told.people);
    expect((await jobs("wave-step", waveId)).filter((job) => job.start_after > new Date("2032-01-01"))).toHaveLength(1);
    expect(await statusOf(besideId)).toBe("confirming");
  },
);
