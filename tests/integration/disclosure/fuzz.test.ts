import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "#server/api/root.ts";
import { exportTotalsFile } from "#server/api/export-totals.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import {
  callerFor,
  makeOrganisation,
  type PersonaName,
  type TestOrganisation,
  type UnitName,
} from "../../factories/organisation.ts";
import { type FurtherAsked, type FurtherGiven, makeSealedPulse } from "../../factories/sealed-pulse.ts";
import { people } from "../../factories/wave.ts";
import { useDatabase } from "../../support/database.ts";
import { fill, procedureCases, type ProcedureCase } from "../../isolation/inputs.ts";
import { type Answers, numbersIn, publishedWave } from "../results/fixture.ts";

/**
 * Two organisations that differ only in what is not shown: how many of the small teams answered, what they said, and which
 * of two teams was too small. Everything that anybody can ask for must be the same in both, and nothing that is asked
 * may change k.
 */
useDatabase();

/** D2 is one block of 11 in both, with the same sums: 8 x 3 + 3 x 1 = 27, and 7 x 3 + 4 x 1.5 = 27; delivery likewise. */
const HERE: Answers = { a1: people(12, 4, 3), a2: people(13, 2, 4), b1: people(8, 3, 3), b2: people(3, 1, 1) };
const THERE: Answers = {
  ...HERE,
  b1: people(4, 3, 3),
  b2: [...people(4, 3, 3), ...people(2, 1, 1), ...people(1, 1, 1)],
};
const ASKED: FurtherAsked = [
  ["X1", "extra", "When I raised a problem, I got an answer."],
  ["L1", "local", "I can take my breaks."],
  ["L2", "local", "Our lockers are safe."],
];
/**
 * A pulse with further statements: in D2 the same eleven people and the same sums of X1 (8 x 4 + 3 x 1 = 35) and L1 (all 3),
 * in other teams; nine or six of A2 answered L2, and said other things.
 */
const PULSE_HERE: Partial<Record<UnitName, FurtherGiven[]>> = {
  a1: [{ n: 12, extra: 2, locals: [4] }],
  a2: [
    { n: 9, extra: 3, locals: [2, 5] },
    { n: 4, extra: null, locals: [2] },
  ],
  b1: [{ n: 8, extra: 4, locals: [3] }],
  b2: [{ n: 3, extra: 1, locals: [3] }],
};
const PULSE_THERE: typeof PULSE_HERE = {
  ...PULSE_HERE,
  a2: [
    { n: 6, extra: 3, locals: [2, 1] },
    { n: 3, extra: 3, locals: [2] },
    { n: 4, extra: null, locals: [2] },
  ],
  b1: [{ n: 4, extra: 5, locals: [3] }],
  b2: [
    { n: 1, extra: 3, locals: [3] },
    { n: 6, extra: 2, locals: [3] },
  ],
};
const SECRET = ["engagement", "delivery", "answers", "participation"];
const PERSONAS: PersonaName[] = ["hr", "branchHr", "leader", "supervisor", "otherSupervisor", "member", "nobody"];
/** What may be said when something is refused; nothing about counts, groups or reasons. */
const REFUSALS =
  /^(FORBIDDEN This is not in your part of the organisation\.|NOT_FOUND We could not find this [a-z]+\.|BAD_REQUEST |UNAUTHORIZED Please sign in\.|TOO_MANY_REQUESTS )/;

let here: TestOrganisation;
let there: TestOrganisation;
let waves: { here: string[]; there: string[] };
const CASES = (await procedureCases()).filter(
  (c) => /^(results|notes|certificates)\./.test(c.path) && c.kind === "query" && c.permission !== undefined,
);

beforeAll(async () => {
  here = await makeOrganisation("here");
  there = await makeOrganisation("there");
  waves = { here: [], there: [] };
  for (const [org, answers, pulse, of] of [
    [here, HERE, PULSE_HERE, waves.here],
    [there, THERE, PULSE_THERE, waves.there],
  ] as const) {
    of.push(await publishedWave(org, "Summer 2026", "2026-06-30T12:00:00Z", answers));
    of.push(await publishedWave(org, "Autumn 2026", "2026-09-30T12:00:00Z", answers));
    const asked = await makeSealedPulse(org, "October 2026", "2026-10-31T12:00:00Z", ASKED, pulse);
    expect(await publishRelease(org.id, asked)).toMatchObject({ verdict: "passed" });
    of.push(asked);
  }
});

/** Ids and names of one organisation in the words of the other, so that answers can be compared. */
function neutral(text: string, org: TestOrganisation, own: string[]): string {
  let said = text;
  for (const [name, id] of Object.entries(org.units)) said = said.replaceAll(id, `unit-${name}`);
  own.forEach((id, i) => {
    said = said.replaceAll(id, `wave-${i}`);
  });
  said = said.replaceAll(org.id, "org").replaceAll(`${org.slug} council`, "ours").replaceAll(`"${org.slug}"`, '"slug"');
  // The fingerprint of the answers differs, as it must: it is one number of 256 bits and tells nothing.
  return said.replace(/"(inputHash|blockHash)":"[0-9a-f]{64}"/g, '"$1":"hash"');
}

async function ask(org: TestOrganisation, persona: PersonaName, c: ProcedureCase, input: unknown): Promise<string> {
  const caller = (await org.as(persona)) as unknown as Record<string, Record<string, (i: unknown) => Promise<unknown>>>;
  const [area, name] = c.path.split(".") as [string, string];
  try {
    return JSON.stringify((await caller[area]?.[name]?.(input)) ?? null);
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    expect(`${code} ${message}`).toMatch(REFUSALS);
    return `${code} ${message}`;
  }
}

const extras = fc.dictionary(
  fc.constantFrom(
    "k",
    "k2",
    "minimum",
    "threshold",
    "all",
    "kind",
    "shown",
    "limit",
    "role",
    "debug",
    "org",
    "orgId",
    "where",
  ),
  fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constant(true), fc.constant("all"), fc.constant(null)),
  { maxKeys: 4 },
);
const cursors = fc.oneof(
  fc.constant(undefined),
  fc.string({ maxLength: 40 }),
  fc.constant(Buffer.from(JSON.stringify(["note", "0".repeat(36)])).toString("base64url")),
);
const asked = fc.record({
  c: fc.constantFrom(...CASES),
  persona: fc.constantFrom(...PERSONAS),
  unit: fc.constantFrom("root", "d1", "d2", "a1", "a2", "b1", "b2") as fc.Arbitrary<keyof TestOrganisation["units"]>,
  wave: fc.constantFrom(0, 1, 2),
  optional: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
  levels: fc.integer({ min: -1, max: 13 }),
  view: fc.constantFrom("team", "supervisors", "counted", "k"),
  cursor: cursors,
  extras,
});

test("whatever is asked, by whoever: both organisations say the same, and k stays", async () => {
  let shown = 0;
  await fc.assert(
    fc.asyncProperty(asked, async ({ c, persona, unit, wave, optional, levels, view, cursor, extras: more }) => {
      const inputFor = (org: TestOrganisation, own: string[]) => {
        if (!c.schema) return undefined;
        const filled = fill(c.schema, { levels, view, statements: optional[0], cursor: cursor ?? null }, (name) =>
          /wave/i.test(name) ? own[wave]! : org.units[unit],
        ) as Record<string, unknown>;
        const required = new Set(c.schema.required ?? []);
        const kept = Object.entries(filled).filter(([name], i) => required.has(name) || optional[(i + 1) % 12]);
        return { ...Object.fromEntries(kept), ...more };
      };
      const [one, two] = [
        neutral(await ask(here, persona, c, inputFor(here, waves.here)), here, waves.here),
        neutral(await ask(there, persona, c, inputFor(there, waves.there)), there, waves.there),
      ];
      expect(two).toBe(one);
      for (const [, k] of one.matchAll(/"k":(\d+)/g)) expect(k).toBe("5");
      for (const [, k2] of one.matchAll(/"k2":(\d+)/g)) expect(k2).toBe("10");
      if (one.includes('"mark":"hidden"')) shown += 1;
    }),
    { numRuns: 250, seed: 4711 },
  );
  expect(shown).toBeGreaterThan(10);
}, 300_000);

test("what a pulse asks beside the twelve: each unit's page says the same in both, to everybody", async () => {
  const unitPage = CASES.find((c) => c.path === "results.unit")!;
  let shown = 0;
  for (const persona of ["hr", "leader", "supervisor", "otherSupervisor"] as const) {
    for (const unit of ["root", "d1", "d2", "a1", "a2", "b1", "b2"] as const) {
      const input = (org: TestOrganisation, own: string[]) => ({ unitId: org.units[unit], waveId: own[2] });
      const one = neutral(await ask(here, persona, unitPage, input(here, waves.here)), here, waves.here);
      const two = neutral(await ask(there, persona, unitPage, input(there, waves.there)), there, waves.there);
      expect(two).toBe(one);
      shown += [...one.matchAll(/"code":"[XL]\d","words":"[^"]*","agreement":\d/g)].length;
    }
  }
  // X1 and L1 of the organisation, both units and A1, and L1 of A2, as far as each of the four may read.
  expect(shown).toBeGreaterThan(10);
});

describe("why a cell is not shown", () => {
  test("a team that is too small and one that protects it look alike", async () => {
    for (const persona of ["hr", "otherSupervisor"] as const) {
      const { table } = await (await here.as(persona)).results.table({ statements: true });
      const hidden = table!.rows.filter((row) => row.engagement.mark === "hidden");
      const faces = hidden.map(({ unitId: _, code: __, name: ___, ...face }) => JSON.stringify(face));
      expect(new Set(faces).size).toBe(hidden.length === 0 ? 0 : 1);
      for (const row of hidden) for (const key of SECRET) expect(numbersIn(row[key as keyof typeof row])).toEqual([]);
    }
  });

  test("two roles together see what each sees, cell by cell, and nothing more", async () => {
    const rowsOf = async (persona: PersonaName) => (await (await here.as(persona)).results.table({})).table!.rows;
    const single = new Map((await rowsOf("hr")).map((row) => [row.unitId, row]));
    const joined = [...(await rowsOf("leader")), ...(await rowsOf("otherSupervisor"))];
    for (const row of joined) expect(row).toEqual(single.get(row.unitId));
    expect(joined.filter((row) => row.engagement.mark === "hidden").map((row) => row.code)).toEqual(["B1"]);
  });
});

test("no header, cookie or address of a request changes what is sent, on screen or in a file", async () => {
  const { accountId } = here.people.hr;
  const plain = JSON.stringify(await (await callerFor(accountId, here.slug)).results.table({ statements: true }));
  const odd = appRouter.createCaller({
    ...({ k: 1, k2: 1, role: "operator", everywhere: true } as object),
    unverifiedSecret: await secretOf(accountId),
    unverifiedSlug: here.slug,
    clock: systemClock,
  });
  expect(JSON.stringify(await odd.results.table({ statements: true }))).toBe(plain);

  const file = async (query: string, headers: Record<string, string> = {}) => {
    const secret = await secretOf(accountId);
    const response = await exportTotalsFile(new Headers(headers), here.slug, new URLSearchParams(query), secret);
    return { status: response.status, text: await response.text() };
  };
  const wave = `wave=${waves.here[1]}`;
  const csv = await file(wave);
  expect(csv.status).toBe(200);
  expect(csv.text).toMatch(/B1,D2,Applications,not shown,/);
  for (const query of [`${wave}&k=1`, `${wave}&k2=1&all=true`, `${wave}&pattern=1`])
    expect(await file(query)).toEqual(csv);
  for (const name of ["x-k", "x-role", "x-bearing-k2", "cookie"])
    expect(await file(wave, { [name]: "1" })).toEqual(csv);
  for (const query of ["", "wave=1", `wave=${waves.there[1]}`]) {
    expect(await file(query)).toEqual({ status: 404, text: "We could not find this." });
  }
});

async function secretOf(accountId: string): Promise<string> {
  const { createSession } = await import("#server/auth/sessions.ts");
  const { inTransaction } = await import("#server/kernel/transaction.ts");
  return inTransaction({ accountId }, (tx) =>
    createSession(tx, accountId, { idleMinutes: 720, absoluteHours: 24 }, new Date()),
  );
}
