import { describe, expect, test } from "vitest";
import { nameProblem } from "#contracts/register.ts";
import { answerWave, countAnswers } from "./answers.ts";
import { assessTeam, KINDER } from "./assess.ts";
import { makeCalendar } from "./calendar.ts";
import { type Cast, castStory } from "./cast.ts";
import { answerFurther, writeNotes } from "./further.ts";
import { coastal } from "./organisations/coastal.ts";
import { LARGE_UNITS, large } from "./organisations/large.ts";
import { northbridge } from "./organisations/northbridge.ts";
import { stBrannoc } from "./organisations/st-brannoc.ts";
import { parseOutline } from "./outline.ts";
import { axisRisk, trueRisks } from "./risks.ts";
import { SCENARIOS, STORIES } from "./scenarios.ts";

const BLANK = 255;
const LAST = 5;
const demo = [northbridge, stBrannoc, coastal].map(castStory);

/** Two risks of each person of a wave, by team code; whoever answered too little is left out. */
function risksByTeam(cast: Cast, wave: number): Map<string, [number, number][]> {
  const { codes, answers } = answerWave(cast, wave, BLANK);
  const teams = new Map<string, [number, number][]>();
  for (const [i, code] of codes.entries()) {
    const [engagement, delivery] = [0, 6].map((from) => {
      const given = [...answers.subarray(i * 12 + from, i * 12 + from + 6)].filter((x) => x >= 1 && x <= 5);
      return given.length < 3 ? Number.NaN : 100 - 25 * (mean(given) - 1);
    });
    if (Number.isNaN(engagement) || Number.isNaN(delivery)) continue;
    teams.set(code, [...(teams.get(code) ?? []), [engagement ?? 0, delivery ?? 0]]);
  }
  return teams;
}

const mean = (xs: readonly number[]) => xs.reduce((a, b) => a + b, 0) / xs.length;
const median = (xs: readonly number[]) => [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)] ?? 0;

function under(cast: Cast, wave: number, ...units: string[]): [number, number] {
  const codes = new Set(units.flatMap((unit) => [...cast.codesUnder(unit)]));
  const people = [...risksByTeam(cast, wave)].filter(([code]) => codes.has(code)).flatMap(([, own]) => own);
  return [mean(people.map((p) => p[0])), mean(people.map((p) => p[1]))];
}

test("an outline gives codes as the product numbers them", () => {
  expect(parseOutline("HOU Housing\n  Repairs\n    Voids 9 s\n  Lettings 8\nPLA Planning")).toEqual([
    { code: "HOU", name: "Housing", kind: "unit", parentCode: null, headcount: null, pattern: null },
    { code: "HOU-01", name: "Repairs", kind: "unit", parentCode: "HOU", headcount: null, pattern: null },
    { code: "HOU-01-01", name: "Voids", kind: "team", parentCode: "HOU-01", headcount: 9, pattern: "site" },
    { code: "HOU-02", name: "Lettings", kind: "team", parentCode: "HOU", headcount: 8, pattern: "hybrid" },
    { code: "PLA", name: "Planning", kind: "unit", parentCode: null, headcount: null, pattern: null },
  ]);
});

describe("organisations", () => {
  test.each([
    ["northbridge", 142, 10],
    ["st-brannoc", 90, 7],
    ["coastal-resilience", 25, 5],
  ])("%s has %i teams in %i units of the first level", (slug, teams, top) => {
    const cast = demo.find((c) => c.story.slug === slug);
    expect(cast?.teams).toHaveLength(teams);
    expect(cast?.nodes.filter((n) => n.parentCode === null)).toHaveLength(top);
  });

  test("the large one has exactly two thousand units and teams", () => {
    expect(castStory(large).nodes).toHaveLength(LARGE_UNITS);
  });

  test.each(SCENARIOS.flatMap((s) => STORIES[s].map((story) => [s, story.slug, story] as const)))(
    "%s: everything that %s names exists",
    (_, __, story) => {
      const cast = castStory(story);
      const { reorganisation: r, today: t } = story;
      const named = [
        ...[...story.shifts, ...story.events].flatMap((s) => s.units),
        ...story.silent,
        ...Object.keys(story.leaders),
        ...story.asked.flatMap((asked) => Object.keys(asked.notes)),
        ...story.accounts.flatMap((a) => [...(a.at ? [a.at] : []), ...(a.also ?? [])]),
        ...(r ? [...r.moves.flatMap((m) => [m.unit, m.to]), r.merge.unit, r.merge.into] : []),
        ...(t ? [t.suspendedAt, t.deputy.absentAt, t.deputy.deputyFrom, ...t.open.drafts, ...t.open.missing] : []),
      ];
      for (const name of named) expect(() => cast.codeOf(name)).not.toThrow();
      for (const node of cast.nodes) expect(nameProblem(node.name)).toBeNull();
      for (const shift of story.shifts) expect(shift.byWave).toHaveLength(story.closedWaves + 1);
      expect(story.domain).toMatch(/\.example$/);
    },
  );

  test("a person supervises one team, except where the story says so", () => {
    for (const { teams } of demo) {
      const twice = teams.filter((t) => teams.some((o) => o !== t && o.supervisor.email === t.supervisor.email));
      expect(twice.map((t) => t.name).sort()).toEqual(
        teams.some((t) => t.name === "Housing repairs") ? ["Damp and mould response", "Housing repairs"] : [],
      );
    }
  });
});

describe("what a wave asked beside the twelve", () => {
  const asked = demo.flatMap((cast) => cast.story.asked.map((one) => [cast.story.slug, one.wave, cast, one] as const));

  test.each(asked)(
    "%s, wave %s: six answers a person, near what the story says, and every note has a writer",
    (_, wave, cast, one) => {
      const { codes } = answerWave(cast, wave, 255);
      const further = answerFurther(cast, one, codes, 255);
      expect(further).toHaveLength(6 * codes.length);
      const means = [one.extra?.agreement ?? null, ...one.locals.map(({ agreement }) => agreement)];
      for (let i = 0; i < 6; i++) {
        const given = [...further].filter((answer, at) => at % 6 === i && answer !== 255 && answer !== 0);
        const mean = means[i] ?? null;
        if (mean === null) expect(given).toEqual([]);
        else expect(Math.abs((25 * given.reduce((a, b) => a + b - 1, 0)) / given.length - mean)).toBeLessThan(8);
      }
      const notes = writeNotes(cast, one, codes);
      expect(notes.map(({ note }) => note).sort()).toEqual(Object.values(one.notes).flat().sort());
      for (const [code, written] of Map.groupBy(notes, ({ code }) => code)) {
        expect(written.length).toBeLessThanOrEqual(codes.filter((c) => c === code).length);
      }
      const texts = notes.map(({ note }) => note);
      expect(new Set(texts).size).toBe(texts.length);
      if (one.takenOut) expect(texts.filter((text) => text.includes(one.takenOut ?? ""))).toHaveLength(1);
    },
  );
});

describe("nobody real", () => {
  const PEOPLE =
    /\b(?:Sunak|Starmer|Johnson|Truss|Cameron|Blair|Thatcher|Corbyn|Khan|Javid|Hunt|Streeting|Rayner|Reeves|Beckham|Rashford)\b/;
  const PLACES =
    /\b(?:London|Leeds|Manchester|Birmingham|Liverpool|Bristol|Cardiff|Glasgow|Edinburgh|Belfast|Sheffield|Newcastle|Nottingham|Leicester|Plymouth|Exeter|Cornwall|Devon|Kent|Essex|Surrey|Guy's|Barts|Addenbrooke's)\b/;

  test("no name of a politician or a well-known person, no name of a real place", () => {
    for (const cast of demo) {
      const people = [
        ...cast.teams.map((t) => t.supervisor.name),
        ...cast.story.accounts.map((a) => a.name),
        ...Object.values(cast.story.leaders),
      ];
      for (const name of people) {
        expect(name).not.toMatch(PEOPLE);
        // The register makes names out of addresses: both must say the same.
        expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
      }
      for (const node of cast.nodes) expect(node.name).not.toMatch(PLACES);
    }
  });
});

describe("the calendar", () => {
  test.each(["2026-11-24", "2026-01-03", "2026-03-01", "2026-12-31", "2028-02-29", "2027-05-31", "2026-09-10"])(
    "on %s six waves lie behind and one is open",
    (today) => {
      const now = new Date(`${today}T11:00:00Z`);
      const { waves, begins } = makeCalendar(now, 6);
      expect(new Set(waves.map((w) => w.label)).size).toBe(7);
      expect(begins < (waves[0]?.openedAt ?? begins)).toBe(true);
      for (const [i, wave] of waves.entries()) {
        expect(wave.openedAt.getUTCDay()).toBe(1);
        expect(wave.openedAt < wave.closedAt && wave.closedAt < wave.publishedAt).toBe(true);
        if (i < 6) expect(wave.publishedAt < now).toBe(true);
        const next = waves[i + 1];
        if (next) expect(wave.publishedAt < next.openedAt).toBe(true);
      }
      const open = waves[6];
      expect(open && open.openedAt < now && now < open.closedAt).toBe(true);
    },
  );
});

describe("answers", () => {
  test("the same on every run, and whatever was made before", () => {
    const again = castStory(northbridge);
    answerWave(again, 2, BLANK);
    expect(answerWave(again, LAST, BLANK)).toEqual(answerWave(castStory(northbridge), LAST, BLANK));
  });

  test.each(demo.map((cast) => [cast.story.slug, cast] as const))("%s spreads as public figures do", (_, cast) => {
    const teams = [...risksByTeam(cast, LAST).values()];
    const people = teams.flat();
    const shown = teams.filter((own) => own.length >= 5);
    const [e, d] = [0, 1].map((axis) => shown.map((own) => mean(own.map((p) => p[axis as 0 | 1])))) as [
      number[],
      number[],
    ];
    expect(median(e)).toBeGreaterThan(31);
    expect(median(e)).toBeLessThan(37);
    expect(median(d)).toBeGreaterThan(26);
    expect(median(d)).toBeLessThan(33);
    expect(Math.min(...e, ...d)).toBeGreaterThan(10);
    expect(Math.max(...e, ...d)).toBeLessThan(66);
    const states = shown.map((_own, i) => ((e[i] ?? 0) < 40 ? 0 : 1) + ((d[i] ?? 0) < 40 ? 0 : 2));
    const share = (state: number) => states.filter((s) => s === state).length / states.length;
    expect(share(0)).toBeGreaterThan(0.5);
    expect(share(0)).toBeLessThan(0.8);
    expect(share(3)).toBeGreaterThan(0);
    expect(share(3)).toBeLessThan(0.12);

    const [me, md] = [mean(people.map((p) => p[0])), mean(people.map((p) => p[1]))];
    const sum = (of: (p: [number, number]) => number) => people.reduce((total, p) => total + of(p), 0);
    const r =
      sum((p) => (p[0] - me) * (p[1] - md)) / Math.sqrt(sum((p) => (p[0] - me) ** 2) * sum((p) => (p[1] - md) ** 2));
    expect(r).toBeGreaterThan(0.58);
    expect(r).toBeLessThan(0.74);
  });

  test("response rates differ, and some teams are too small to be shown", () => {
    for (const cast of demo) {
      const counts = cast.teams.map((team) => countAnswers(cast, team, LAST));
      const rates = cast.teams.map((team, i) => (counts[i] ?? 0) / team.headcount);
      expect(Math.max(...rates) - Math.min(...rates)).toBeGreaterThan(0.3);
      expect(counts.filter((n) => n < 5).length).toBeGreaterThan(0);
      expect(counts.filter((n) => n >= 5).length / counts.length).toBeGreaterThan(0.7);
    }
  });
});

describe("the stories that the charts show", () => {
  const [city, trust, office] = demo as [Cast, Cast, Cast];

  test.each([
    ["Adult social care", city, 0],
    ["Surgery", trust, 0],
    ["Grants and programmes", office, 0],
  ] as const)("a roll-out unsettles %s, which recovers", (unit, cast, axis) => {
    const risk = [0, 3, LAST].map((wave) => under(cast, wave, unit)[axis]) as [number, number, number];
    expect(risk[1] - risk[0]).toBeGreaterThan(7);
    expect(risk[1] - risk[2]).toBeGreaterThan(5);
  });

  test.each([
    ["Planning applications", city],
    ["Endoscopy unit", trust],
    ["Grant claims", office],
  ] as const)("a backlog grows at %s", (unit, cast) => {
    expect(under(cast, LAST, unit)[1] - under(cast, 0, unit)[1]).toBeGreaterThan(10);
  });

  test("a ward in good spirit with slipping dates", () => {
    const [engagement, delivery] = under(trust, LAST, "Ward 6 Heron days", "Ward 6 Heron nights");
    expect(engagement).toBeLessThan(30);
    expect(delivery).toBeGreaterThan(42);
  });

  test("one service drifts", () => {
    const [engagement, delivery] = under(city, LAST, "Repairs");
    expect(Math.min(engagement, delivery)).toBeGreaterThanOrEqual(40);
  });
});

describe("assessments", () => {
  const { waves, now } = makeCalendar(new Date("2026-11-24T11:00:00Z"), 6);

  test("supervisors see their teams about a third of a standard deviation more kindly", () => {
    const gaps = demo.flatMap((cast) =>
      cast.teams.flatMap((team) => {
        const given = assessTeam(cast, team, LAST, waves[LAST]!);
        const answers = given?.values.answers.slice(0, 6).filter((x) => x !== null) ?? [];
        if (!given?.parts.includes(2) || answers.length < 5) return [];
        return [axisRisk(trueRisks(cast, team, LAST), "direction") - (100 - 25 * (mean(answers) - 1))];
      }),
    );
    expect(mean(gaps)).toBeGreaterThan(KINDER - 3);
    expect(mean(gaps)).toBeLessThan(KINDER + 3);
  });

  test("in the open wave some are given, some begun and some missing, none in the future", () => {
    for (const cast of demo) {
      const open = cast.teams.map((team) => assessTeam(cast, team, 6, waves[6]!, now));
      expect(open.filter((one) => one === null).length).toBeGreaterThan(2);
      expect(open.filter((one) => one?.parts.length === 0).length).toBeGreaterThan(0);
      expect(open.filter((one) => one?.parts.includes(2)).length).toBeGreaterThan(5);
      for (const one of open) expect(one === null || one.savedAt < now).toBe(true);
    }
  });

  test("a growing backlog is counted as one", () => {
    const cast = demo[0] as Cast;
    const reports = cast.teams
      .map((team) => assessTeam(cast, team, LAST, waves[LAST]!))
      .filter((one) => one?.values.flags.backlog_growing);
    expect(reports.length).toBeGreaterThan(2);
    for (const one of reports) {
      const { arrivals, closures } = one!.values.facts;
      if (arrivals !== null && closures !== null) expect(closures).toBeLessThan(arrivals);
    }
  });
});
