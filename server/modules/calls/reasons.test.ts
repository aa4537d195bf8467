import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STATEMENTS } from "#content/statements.ts";
import { type AssessmentFacts, FACTS } from "#contracts/assessments.ts";
import { CallBasis, type CallInput, LARGER_RISKS, MadeCall, type ShownStatement } from "#contracts/calls.ts";
import type { ResultRow, RiskCell } from "#contracts/results.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { makeCall } from "./make-call.ts";
import { lacksMeans, reasonsFor, shownStatements } from "./reasons.ts";
import { RULE_VERSION } from "./rules.ts";

const noFacts = Object.fromEntries(FACTS.map((fact) => [fact, null])) as AssessmentFacts;
const input = (U: number, C: number, I: number, K: number): CallInput => ({
  signals: { U, C, I, K },
  flags: { change_rolled_out: false, backlog_growing: false, service_could_be_harmed: false },
  largerRisk: "neither",
});
const shown = (code: ShownStatement["code"], risk: number, half = 5): ShownStatement => ({
  code,
  risk,
  low: risk - half,
  high: risk + half,
});
const words = (...given: Parameters<typeof reasonsFor>) => reasonsFor(...given).map((reason) => reason.words);

describe("three strongest reasons", () => {
  test("a need begins with its strongest signal; facts and statements follow by strength", () => {
    const facts = { ...noFacts, dueMilestones: 12, overdueMilestones: 6, openCases: 100, casesBeyondAge: 9 };
    const statements = [shown("E5", 70), shown("E2", 50), shown("D1", 90)];
    expect(words({ input: input(0, 0, 2, 3), statements, facts })).toEqual([
      "Work is drifting, duplicated or out of sight.",
      "Milestones due in the last four weeks: 12, of which 6 overdue.",
      "Your team’s answers are low on “Our work was done on time.”",
    ]);
  });

  test("with two needs each has its own reason first", () => {
    const reasons = reasonsFor({ input: input(2, 0, 3, 3), statements: [], facts: null });
    expect(reasons.map(({ lens }) => lens)).toEqual(["lead", "manage", "manage"]);
  });

  test("a statement speaks only when its whole interval lies at the cut or above", () => {
    const said = (half: number) =>
      words({ input: input(2, 0, 0, 0), statements: [shown("D3", 45, half)], facts: null });
    expect(said(5)).toContain("Your team’s answers are low on “In our team, we agree on what matters most.”");
    expect(said(6)).toHaveLength(1);
  });

  test("a fact speaks from a tenth on", () => {
    const said = (overdueMilestones: number) =>
      words({ input: input(0, 0, 2, 0), statements: [], facts: { ...noFacts, dueMilestones: 100, overdueMilestones } });
    expect(said(10)).toHaveLength(2);
    expect(said(9)).toHaveLength(1);
  });

  test("keeping the rhythm has reasons too, also where every signal is a little", () => {
    const statements = [shown("D1", 10), shown("E5", 30), shown("D4", 60)];
    expect(words({ input: input(0, 1, 0, 0), statements, facts: null })).toEqual([
      "The purpose and the priorities are clear enough to the team.",
      "Your team’s answers are good on “I know what our team is aiming for.”",
      "Work is on time and even enough.",
    ]);
    expect(words({ input: input(1, 1, 1, 1), statements: [], facts: null })).toEqual([
      "Uncertainty: only a little.",
      "Confidence: only a little.",
      "Inconsistency: only a little.",
    ]);
  });

  test("means stand for neither side: a low one asks for help first", () => {
    expect(words({ input: input(0, 0, 2, 0), statements: [shown("E1", 90)], facts: null })).toHaveLength(1);
    expect(lacksMeans([shown("E1", 45)])).toBe(true);
    expect(lacksMeans([shown("E1", 44)])).toBe(false);
    expect(lacksMeans([shown("E2", 90)])).toBe(false);
  });
});

describe("what no reason ever shows", () => {
  const cell = fc.oneof(
    fc.record({
      mark: fc.constant("value" as const),
      risk: fc.integer({ min: 0, max: 100 }),
      low: fc.integer({ min: 0, max: 100 }),
      high: fc.integer({ min: 0, max: 100 }),
    }),
    fc.record({ mark: fc.constantFrom("hidden" as const, "not_asked" as const, "no_answers" as const) }),
  );
  const row = fc.array(cell, { minLength: 12, maxLength: 12 }).map((cells) => ({
    statements: STATEMENT_CODES.map((code, index) => ({ code, cell: cells[index] as RiskCell })),
  })) as fc.Arbitrary<Pick<ResultRow, "statements">>;
  // Counts of people have values of their own, so that one of them in a sentence would be found.
  const facts = fc.record(
    Object.fromEntries(
      FACTS.map((fact) => [
        fact,
        fact === "vacancies" ? fc.constant(7717) : fc.option(fc.integer({ min: 0, max: 999 }), { nil: null }),
      ]),
    ),
  ) as unknown as fc.Arbitrary<AssessmentFacts>;
  const strength = fc.integer({ min: 0, max: 3 });
  const anyInput = fc.record({
    signals: fc.record({ U: strength, C: strength, I: strength, K: strength }),
    flags: fc.record({
      change_rolled_out: fc.boolean(),
      backlog_growing: fc.boolean(),
      service_could_be_harmed: fc.boolean(),
    }),
    largerRisk: fc.constantFrom(...LARGER_RISKS),
  });
  const need = fc.constantFrom("seen" as const, "not_seen" as const, "unclear" as const, null);

  test("a statement that is not shown, a count of people, or a figure from the answers", () => {
    let statementsSaid = 0;
    fc.assert(
      fc.property(anyInput, row, fc.option(facts, { nil: null }), need, need, (given, results, counted, a, b) => {
        const basis: CallBasis = {
          rule: RULE_VERSION,
          input: given,
          largerRiskFrom: "nothing",
          waveId: null,
          needs: { meaning: a, structure: b },
          statements: shownStatements(results),
          facts: counted,
        };
        const made = makeCall(basis);
        MadeCall.parse(made);
        // Replay: what was kept, read back, says the same.
        expect(makeCall(CallBasis.parse(JSON.parse(JSON.stringify(basis))))).toEqual(made);
        const text = JSON.stringify(made);
        for (const [index, code] of STATEMENT_CODES.entries()) {
          if (results.statements?.[index]?.cell.mark !== "value") expect(text).not.toContain(STATEMENTS[code].member);
          else if (text.includes(STATEMENTS[code].member)) statementsSaid += 1;
        }
        expect(text).not.toMatch(/7,?717/);
        for (const { from, words: said } of made.reasons) {
          if (from === "fact") expect(said).not.toMatch(/people|staff|posts|team/i);
          else expect(said).not.toMatch(/\d/);
        }
        const opinions = [made.secondOpinion.meaning.words, made.secondOpinion.structure.words];
        for (const said of [made.sentence, made.order ?? "", made.counterfactual.words, ...opinions])
          expect(said).not.toMatch(/\d/);
      }),
      { numRuns: 500 },
    );
    // The test would be empty if no statement were ever said.
    expect(statementsSaid).toBeGreaterThan(100);
  });

  test("a row without statements says nothing of them", () => {
    expect(shownStatements(null)).toEqual([]);
    expect(shownStatements({ statements: null })).toEqual([]);
  });
});
