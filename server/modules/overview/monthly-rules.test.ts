import { describe, expect, test } from "vitest";
import { type MonthlyFacts, monthlyMail } from "./monthly-rules.ts";

const FACTS: MonthlyFacts = {
  organisation: "Northbridge City Council",
  name: "Ruth",
  units: ["Planning and growth"],
  month: "November 2026",
  since: ["The results of Autumn 2026 came out."],
  heard: "About 75% of those asked answered in Autumn 2026; no request for help has been due.",
  safe: "Nothing has been counted for delivery; no team has said that the service could be harmed.",
  moving: "3 of 9 teams have an open plan; nothing is past its day.",
  waiting: 2,
  over: 1,
  link: "https://bearing.example/o/northbridge/overview",
};

describe("the mail of the month", () => {
  test("one paragraph: who waits, what happened, how it stands", () => {
    expect(monthlyMail(FACTS)).toEqual({
      subject: "Planning and growth in November 2026: 2 requests wait for you",
      text: [
        "Hello Ruth,",
        [
          "2 requests wait for your answer, 1 of them over its time.",
          "The results of Autumn 2026 came out.",
          FACTS.heard,
          FACTS.safe,
          FACTS.moving,
        ].join(" "),
        "https://bearing.example/o/northbridge/overview",
        "Northbridge City Council. This comes once a month to leaders of units.\n",
      ].join("\n\n"),
    });
  });

  test.each([
    [{ waiting: 0, over: 0 }, "Nobody is waiting for you."],
    [{ waiting: 1, over: 0 }, "One request waits for your answer."],
    [{ waiting: 1, over: 1 }, "One request waits for your answer, over its time."],
    [{ waiting: 3, over: 0 }, "3 requests wait for your answer."],
    [{ waiting: 3, over: 3 }, "3 requests wait for your answer, all over their time."],
    [{ waiting: 3, over: 2 }, "3 requests wait for your answer, 2 of them over their time."],
  ])("%j", (waiting, sentence) => {
    expect(monthlyMail({ ...FACTS, ...waiting }).text).toContain(`${sentence} The results`);
  });

  test("several units are named together, and nobody waiting is no news for the subject", () => {
    expect(monthlyMail({ ...FACTS, units: ["Housing", "Growth", "Waste"], waiting: 0 }).subject).toBe(
      "Housing, Growth and Waste in November 2026",
    );
  });

  test("a quiet month leaves out what did not happen", () => {
    expect(monthlyMail({ ...FACTS, since: [] }).text).toContain("over its time. About 75%");
  });
});
