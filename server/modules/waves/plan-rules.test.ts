import { describe, expect, test } from "vitest";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { EXTRA_CODES } from "#contracts/wave-plans.ts";
import { WELSH_DRAFTS } from "#content/welsh-statements.ts";
import { planProblems, statementsOf } from "./plan-rules.ts";

const plan = { extra: null, locals: [], offersWelsh: false, welsh: [] };
const confirmed = (codes: readonly string[]) => codes.map((code) => ({ code, words: `Geiriau ${code}.` }));

describe("what a wave asks", () => {
  test("the twelve as team members read them, then the extra, then HR's own", () => {
    const rows = statementsOf({ ...plan, extra: "X2", locals: ["We can reach each other when we need to."] });
    expect(rows.map((r) => r.code)).toEqual([...STATEMENT_CODES, "X2", "L1"]);
    expect(rows.map((r) => r.position)).toEqual(rows.map((_, i) => i));
    expect(rows[0]).toMatchObject({ part: "agreement", en: "I know what our team is aiming for.", cy: null });
    expect(rows[6]).toMatchObject({ part: "frequency", en: "I had what I needed to do my work properly." });
    expect(rows.slice(12).map((r) => r.part)).toEqual(["extra", "local"]);
  });
  test("Welsh stands only where it was confirmed: no draft slips in", () => {
    const rows = statementsOf({ ...plan, welsh: confirmed(["D1"]) });
    expect(rows.map((r) => r.cy).filter(Boolean)).toEqual(["Geiriau D1."]);
  });
});

describe("what is wrong with a plan", () => {
  test("nothing with the twelve alone", () => expect(planProblems(plan)).toEqual({}));
  test.each([
    ["Together we must unlock our potential.", "locals.0"],
    ["My rota is fair. I like my shifts.", "locals.0"],
  ])("%s", (text, field) => {
    expect(planProblems({ ...plan, locals: [text] })[field]).toBeTruthy();
  });
  test("the same statement twice", () => {
    const locals = ["I can take my breaks.", "I can take my breaks."];
    expect(planProblems({ ...plan, locals })).toEqual({ "locals.1": "This statement stands here twice." });
  });
  test("Welsh is offered only when every statement is confirmed, the extra and HR's own too", () => {
    const twelve = confirmed(STATEMENT_CODES);
    expect(planProblems({ ...plan, offersWelsh: true, welsh: twelve })).toEqual({});
    expect(planProblems({ ...plan, offersWelsh: true, welsh: twelve.slice(1) }).offersWelsh).toContain("One is not");
    const more = { ...plan, extra: "X1" as const, locals: ["I can take my breaks."] };
    expect(planProblems({ ...more, offersWelsh: true, welsh: twelve }).offersWelsh).toContain("2 are not");
    expect(planProblems({ ...more, offersWelsh: true, welsh: [...twelve, ...confirmed(["X1", "L1"])] })).toEqual({});
  });
  test("there is a draft to start from for every statement of ours", () => {
    expect(Object.keys(WELSH_DRAFTS)).toEqual([...STATEMENT_CODES, ...EXTRA_CODES]);
  });
});
