import { expect, test } from "vitest";
import { seenByRole } from "./role-words.ts";

const COST = { teams: 58, costs: [5, 6, 12].map((k) => ({ k, all: 63 - k, seventy: 40 - k })) };

test("each role reads the smallest group and what it costs, live", () => {
  const five = seenByRole(5, COST);
  expect(five.Supervisors[1]).toEqual({
    when: "From 5 answers on",
    words: "Both risks of their own team, and single statements from 10 on. That is every team, if everybody answers.",
  });
  const twelve = seenByRole(12, COST);
  expect(twelve.Supervisors[1]?.words).toBe(
    "Both risks of their own team, and single statements from 12 on. That is 51 of 58 teams if everybody answers, 28 if seven in ten do.",
  );
  expect(twelve.Leaders[1]?.words).toContain("from 12 answers on");
});

test("without a team, or with a group nobody has costed, nothing is counted", () => {
  expect(seenByRole(5, { teams: 0, costs: COST.costs }).Supervisors[1]?.words).toMatch(/from 10 on\.$/);
  expect(seenByRole(30, COST).Supervisors[1]?.words).toMatch(/from 30 on\.$/);
});

test("every role is told what it never sees", () => {
  for (const seen of Object.values(seenByRole(5, COST))) expect(seen.at(-1)?.when).toBe("Never");
});
