import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CALL_LABELS, type Call, type CallInput, LARGER_RISKS } from "#contracts/calls.ts";
import { callOf } from "#server/modules/calls/rules.ts";

/**
 * The call as a table, written out: 16 patterns of marked signals x 8 of flags, three outputs each, for engagement risk
 * larger, delivery risk larger, and neither. Nothing here is computed by the code under test.
 *
 * Signals U C I K as marked; flags c a change is being rolled out, b a backlog is growing, h people could be harmed.
 * == Keep the rhythm, L Lead, M Manage, LM Lead, then manage, ML Manage, then lead, ?? Too close to call.
 */
const TABLE = `
  UCIK cbh   eng del nei
  ---- ---   ==  ==  ==
  ---- c--   ==  ==  ==
  ---- -b-   ==  ==  ==
  ---- cb-   ==  ==  ==
  ---- --h   ==  ==  ==
  ---- c-h   ==  ==  ==
  ---- -bh   ==  ==  ==
  ---- cbh   ==  ==  ==
  U--- ---   L   L   L
  U--- c--   L   L   L
  U--- -b-   L   L   L
  U--- cb-   L   L   L
  U--- --h   L   L   L
  U--- c-h   L   L   L
  U--- -bh   L   L   L
  U--- cbh   L   L   L
  -C-- ---   L   L   L
  -C-- c--   L   L   L
  -C-- -b-   L   L   L
  -C-- cb-   L   L   L
  -C-- --h   L   L   L
  -C-- c-h   L   L   L
  -C-- -bh   L   L   L
  -C-- cbh   L   L   L
  UC-- ---   L   L   L
  UC-- c--   L   L   L
  UC-- -b-   L   L   L
  UC-- cb-   L   L   L
  UC-- --h   L   L   L
  UC-- c-h   L   L   L
  UC-- -bh   L   L   L
  UC-- cbh   L   L   L
  --I- ---   M   M   M
  --I- c--   M   M   M
  --I- -b-   M   M   M
  --I- cb-   M   M   M
  --I- --h   M   M   M
  --I- c-h   M   M   M
  --I- -bh   M   M   M
  --I- cbh   M   M   M
  ---K ---   M   M   M
  ---K c--   M   M   M
  ---K -b-   M   M   M
  ---K cb-   M   M   M
  ---K --h   M   M   M
  ---K c-h   M   M   M
  ---K -bh   M   M   M
  ---K cbh   M   M   M
  --IK ---   M   M   M
  --IK c--   M   M   M
  --IK -b-   M   M   M
  --IK cb-   M   M   M
  --IK --h   M   M   M
  --IK c-h   M   M   M
  --IK -bh   M   M   M
  --IK cbh   M   M   M
  U-I- ---   LM  ML  ??
  U-I- c--   LM  LM  LM
  U-I- -b-   ML  ML  ML
  U-I- cb-   LM  ML  ??
  U-I- --h   LM  ML  ??
  U-I- c-h   LM  LM  LM
  U-I- -bh   ML  ML  ML
  U-I- cbh   ML  ML  ML
  U--K ---   LM  ML  ??
  U--K c--   LM  LM  LM
  U--K -b-   ML  ML  ML
  U--K cb-   LM  ML  ??
  U--K --h   LM  ML  ??
  U--K c-h   LM  LM  LM
  U--K -bh   ML  ML  ML
  U--K cbh   ML  ML  ML
  U-IK ---   LM  ML  ??
  U-IK c--   LM  LM  LM
  U-IK -b-   ML  ML  ML
  U-IK cb-   LM  ML  ??
  U-IK --h   LM  ML  ??
  U-IK c-h   LM  LM  LM
  U-IK -bh   ML  ML  ML
  U-IK cbh   ML  ML  ML
  -CI- ---   LM  ML  ??
  -CI- c--   LM  LM  LM
  -CI- -b-   ML  ML  ML
  -CI- cb-   LM  ML  ??
  -CI- --h   LM  ML  ??
  -CI- c-h   LM  LM  LM
  -CI- -bh   ML  ML  ML
  -CI- cbh   ML  ML  ML
  -C-K ---   LM  ML  ??
  -C-K c--   LM  LM  LM
  -C-K -b-   ML  ML  ML
  -C-K cb-   LM  ML  ??
  -C-K --h   LM  ML  ??
  -C-K c-h   LM  LM  LM
  -C-K -bh   ML  ML  ML
  -C-K cbh   ML  ML  ML
  -CIK ---   LM  ML  ??
  -CIK c--   LM  LM  LM
  -CIK -b-   ML  ML  ML
  -CIK cb-   LM  ML  ??
  -CIK --h   LM  ML  ??
  -CIK c-h   LM  LM  LM
  -CIK -bh   ML  ML  ML
  -CIK cbh   ML  ML  ML
  UCI- ---   LM  ML  ??
  UCI- c--   LM  LM  LM
  UCI- -b-   ML  ML  ML
  UCI- cb-   LM  ML  ??
  UCI- --h   LM  ML  ??
  UCI- c-h   LM  LM  LM
  UCI- -bh   ML  ML  ML
  UCI- cbh   ML  ML  ML
  UC-K ---   LM  ML  ??
  UC-K c--   LM  LM  LM
  UC-K -b-   ML  ML  ML
  UC-K cb-   LM  ML  ??
  UC-K --h   LM  ML  ??
  UC-K c-h   LM  LM  LM
  UC-K -bh   ML  ML  ML
  UC-K cbh   ML  ML  ML
  UCIK ---   LM  ML  ??
  UCIK c--   LM  LM  LM
  UCIK -b-   ML  ML  ML
  UCIK cb-   LM  ML  ??
  UCIK --h   LM  ML  ??
  UCIK c-h   LM  LM  LM
  UCIK -bh   ML  ML  ML
  UCIK cbh   ML  ML  ML
`;

const NAMES: Record<string, Call> = {
  "==": "keep_the_rhythm",
  L: "lead",
  M: "manage",
  LM: "lead_then_manage",
  ML: "manage_then_lead",
  "??": "too_close_to_call",
};

type Row = { signals: string; flags: string; outputs: Call[] };

const ROWS: Row[] = TABLE.trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [signals = "", flags = "", ...outputs] = line.trim().split(/\s+/);
    return { signals, flags, outputs: outputs.map((name) => NAMES[name]!) };
  });

const flagsOf = (flags: string): CallInput["flags"] => ({
  change_rolled_out: flags[0] === "c",
  backlog_growing: flags[1] === "b",
  service_could_be_harmed: flags[2] === "h",
});

/** All ways to write a pattern in strengths: 2 and 3 are a yes, 0 and 1 are not. */
function strengths(pattern: string): CallInput["signals"][] {
  const either = [...pattern].map((mark) => (mark === "-" ? [0, 1] : [2, 3]));
  const [us, cs, is, ks] = either as [number[], number[], number[], number[]];
  return us.flatMap((U) => cs.flatMap((C) => is.flatMap((I) => ks.map((K) => ({ U, C, I, K })))));
}

describe("the call", () => {
  test("the table has 128 different rows of three outputs", () => {
    expect(ROWS).toHaveLength(128);
    expect(new Set(ROWS.map(({ signals, flags }) => signals + flags)).size).toBe(128);
    for (const { signals, flags, outputs } of ROWS) {
      expect(signals).toMatch(/^[U-][C-][I-][K-]$/);
      expect(flags).toMatch(/^[c-][b-][h-]$/);
      expect(outputs).toHaveLength(3);
      expect(outputs.every(Boolean)).toBe(true);
    }
  });

  test.each(ROWS)("$signals $flags", ({ signals, flags, outputs }) => {
    for (const strength of strengths(signals)) {
      const given = LARGER_RISKS.map((largerRisk) => callOf({ signals: strength, flags: flagsOf(flags), largerRisk }));
      expect(given).toEqual(outputs);
    }
  });
});

/**
 * Swapping U, C with I, K, a change with a backlog, and engagement with delivery mirrors every output, except where both
 * flags stand with harm: the service comes first on either side of the mirror. Each line stands for its three outputs.
 */
const NOT_MIRRORED = [
  "U-I- cbh",
  "U--K cbh",
  "U-IK cbh",
  "-CI- cbh",
  "-C-K cbh",
  "-CIK cbh",
  "UCI- cbh",
  "UC-K cbh",
  "UCIK cbh",
];

const MIRRORED: Record<Call, Call> = {
  keep_the_rhythm: "keep_the_rhythm",
  lead: "manage",
  manage: "lead",
  lead_then_manage: "manage_then_lead",
  manage_then_lead: "lead_then_manage",
  too_close_to_call: "too_close_to_call",
};

test("the mirror: meaning and structure are treated alike", () => {
  const broken = new Set<string>();
  for (const { signals, flags } of ROWS) {
    for (const strength of strengths(signals)) {
      for (const largerRisk of LARGER_RISKS) {
        const set = flagsOf(flags);
        const mirror: CallInput = {
          signals: { U: strength.I, C: strength.K, I: strength.U, K: strength.C },
          flags: { ...set, change_rolled_out: set.backlog_growing, backlog_growing: set.change_rolled_out },
          largerRisk: ({ engagement: "delivery", delivery: "engagement", neither: "neither" } as const)[largerRisk],
        };
        const here = callOf({ signals: strength, flags: set, largerRisk });
        if (callOf(mirror) !== MIRRORED[here]) broken.add(`${signals} ${flags}`);
        else if (NOT_MIRRORED.includes(`${signals} ${flags}`)) throw new Error(`${signals} ${flags} is mirrored`);
      }
    }
  }
  expect([...broken].sort()).toEqual([...NOT_MIRRORED].sort());
});

describe("worked examples", () => {
  test("a policy roll-out: people do not see why, and the first forms come in uneven", () => {
    const input: CallInput = {
      signals: { U: 2, C: 1, I: 2, K: 0 },
      flags: { change_rolled_out: true, backlog_growing: false, service_could_be_harmed: false },
      largerRisk: "delivery",
    };
    expect(callOf(input)).toBe("lead_then_manage");
  });

  test("a growing backlog: cases drift, and people doubt that it will ever end", () => {
    const input: CallInput = {
      signals: { U: 0, C: 2, I: 1, K: 3 },
      flags: { change_rolled_out: false, backlog_growing: true, service_could_be_harmed: false },
      largerRisk: "engagement",
    };
    expect(callOf(input)).toBe("manage_then_lead");
  });
});

test("the table of the document says the same as the one above", () => {
  const text = readFileSync(new URL("../../docs/the-call.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| (yes|no) \| (yes|no) \| (yes|no) \| (.+) \| (.+) \| (.+) \|$/gm)].map((m) =>
    m.slice(1),
  );
  const mark = (word: string | undefined, letter: string) => (word === "yes" ? letter : "-");
  const said = rows.map(([c, b, h, ...outputs]) => [mark(c, "c") + mark(b, "b") + mark(h, "h"), ...outputs]);
  const both = ROWS.filter(({ signals }) => signals === "U-I-");
  expect(said).toHaveLength(8);
  expect(new Map(said.map(([flags, ...outputs]) => [flags, outputs]))).toEqual(
    new Map(both.map(({ flags, outputs }) => [flags, outputs.map((call) => CALL_LABELS[call])])),
  );
});
