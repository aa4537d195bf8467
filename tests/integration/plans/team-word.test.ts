import { beforeAll, expect, test } from "vitest";
import { asSystem } from "#server/authz/index.ts";
import { observeTeams } from "#server/modules/plans/observe-teams.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { listTeamRows } from "#server/modules/results/index.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { type FurtherAsked, makeSealedPulse } from "../../factories/sealed-pulse.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { publishedWave } from "../results/fixture.ts";

useDatabase();
let north: TestOrganisation;
let south: TestOrganisation;
const X2: FurtherAsked = [["X2", "extra", "Something changed because of what we said last time."]];
const X3: FurtherAsked = [["X3", "extra", "I could settle small things in my work myself."]];
const at = (day: string) => ({ now: () => new Date(`${day}T10:00:00Z`) });

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  for (const org of [north, south])
    await publishedWave(org, "Spring", "2026-03-31T12:00:00Z", { a1: people(12, 2, 4) });
  for (const org of [north, south]) {
    await (await org.as("supervisor", at("2026-04-20"))).calls.check({
      teamId: org.units.a1,
      signals: { U: 3, C: 0, I: 0, K: 0 },
      flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
    });
  }
});

const wordsOf = async (org: TestOrganisation) =>
  (await (await org.as("supervisor", at("2026-07-10"))).plans.review({})).reviews.map(({ teamWord }) => teamWord);

test("the team's own word on what followed stands beside the change, where the pulse after it asked", async () => {
  await publishRelease(
    north.id,
    await makeSealedPulse(north, "Summer", "2026-06-30T12:00:00Z", X2, {
      a1: [
        { n: 8, extra: 4 },
        { n: 4, extra: 2 },
      ],
    }),
  );
  // Elsewhere the same was asked, and nine people answered it: shown to nobody.
  await publishRelease(
    south.id,
    await makeSealedPulse(south, "Summer", "2026-06-30T12:00:00Z", X2, {
      a1: [
        { n: 9, extra: 5 },
        { n: 3, extra: null },
      ],
    }),
  );
  expect(await wordsOf(north)).toEqual([{ statement: X2[0]![2], agreement: 58 }]);
  expect(await wordsOf(south)).toEqual([null]);
});

test("X3 of the latest wave that asked it is what the detectors look at, also when a later one asked something else", async () => {
  const seen = (org: TestOrganisation) =>
    asSystem("Test", "result:read", org.id, async (scope) => {
      const rows = await listTeamRows(scope, [org.units.a1]);
      const [first] = await observeTeams(scope, [org.units.a1], rows);
      return first?.observed.statements.X3;
    });
  expect(await seen(north)).toBeNull();
  for (const [label, closedAt, extra] of [
    ["Autumn", "2026-09-30T12:00:00Z", 2],
    ["Winter", "2026-10-31T12:00:00Z", 3],
  ] as const) {
    await publishRelease(north.id, await makeSealedPulse(north, label, closedAt, X3, { a1: [{ n: 12, extra }] }));
  }
  await publishRelease(
    north.id,
    await makeSealedPulse(north, "Late", "2026-11-20T12:00:00Z", X2, { a1: [{ n: 12, extra: 3 }] }),
  );
  expect(await seen(north)).toBe(50);
  expect(await seen(south)).toBeNull();
});
