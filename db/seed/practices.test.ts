import { describe, expect, test } from "vitest";
import { castStory } from "./cast.ts";
import { contentOf, parsePurposes } from "./practices.ts";
import { STORIES } from "./scenarios.ts";

test("a line is a team, a sentence, who benefits and what it serves", () => {
  expect(
    parsePurposes(
      "Voids: We make homes fit for [families] who wait. >2\nLegal: We advise [services].\nA: For [all]. >>1",
    ),
  ).toEqual([
    {
      team: "Voids",
      sentence: "We make homes fit for families who wait.",
      benefits: "families",
      serves: { of: "directorate", position: 2 },
    },
    { team: "Legal", sentence: "We advise services.", benefits: "services", serves: null },
    { team: "A", sentence: "For all.", benefits: "all", serves: { of: "organisation", position: 1 } },
  ]);
  expect(() => parsePurposes("Voids: We make homes fit.")).toThrow("no purpose");
});

describe.each([...STORIES.demo, ...STORIES.small.slice(0, 1)].map((story) => [story.slug, castStory(story)] as const))(
  "%s",
  (slug, cast) => {
    const content = contentOf(slug);
    const purposes = parsePurposes(content?.practices.purposes ?? "");

    test("about two thirds of the teams say what they are for, most of them for a priority", () => {
      expect(purposes.length / cast.teams.length).toBeGreaterThan(0.58);
      expect(purposes.length / cast.teams.length).toBeLessThan(0.75);
      expect(purposes.filter(({ serves }) => serves).length / purposes.length).toBeGreaterThan(0.6);
      expect(purposes.filter(({ serves }) => !serves).length).toBeGreaterThan(0);
    });

    test("each in at most 25 words of its own, that name a team which has none yet", () => {
      const teams = new Set(cast.teams.map(({ name }) => name));
      for (const { team } of cast.story.plan?.purposes ?? []) teams.delete(team);
      for (const { team, sentence } of purposes) {
        expect(teams.delete(team), team).toBe(true);
        expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(25);
      }
      expect(new Set(purposes.map(({ sentence }) => sentence)).size).toBe(purposes.length);
    });

    test("priorities, newcomers and measures stand at units that exist", () => {
      const units = cast.nodes.filter(({ kind }) => kind === "unit").map(({ name }) => name);
      const teams = cast.teams.map(({ name }) => name);
      for (const [unit, words] of Object.entries(content?.practices.priorities ?? {})) {
        expect(units).toContain(unit);
        expect(words.length).toBeLessThanOrEqual(3);
      }
      for (const { values } of content?.measures ?? [])
        expect(units).toEqual(expect.arrayContaining(Object.keys(values)));
      for (const one of content?.newcomers ?? []) {
        expect(teams).toContain(one.team);
        expect(one.name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
        expect(cast.teams.map(({ supervisor }) => supervisor.name)).not.toContain(one.name);
        // There is a wave to come in which they are asked.
        expect(one.afterWave).toBeLessThan(cast.story.closedWaves);
      }
      for (const { source } of content?.measures ?? []) expect(source).toMatch(/fictional.*[Mm]ade up/);
    });
  },
);

test("Northbridge: six are new in post, two with nothing; one priority has no team behind it", () => {
  const { newcomers, practices } = contentOf("northbridge")!;
  expect(newcomers).toHaveLength(6);
  expect(newcomers.filter(({ support }) => support === null)).toHaveLength(2);
  expect(practices.priorities["Environment and streets"]).toHaveLength(3);
});
