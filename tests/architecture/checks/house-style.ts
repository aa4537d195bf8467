import { type Breach, lineAt, matches, type SourceFile } from "#tests/architecture/source.ts";
import {
  breachAt,
  commentsOf,
  dottedName,
  isCode,
  isNode,
  isTest,
  type Node,
  stringValue,
  walk,
} from "#tests/architecture/syntax.ts";

const PRODUCT = /^(?:app|components|contracts|content|messages|server)\//;
/** The tRPC client itself: one of its links needs `keepalive`. */
const CLIENT = /^components\/api\//;
const LOGGER = /^server\/kernel\/log(?:ger)?(?:-[a-z-]+)?\.ts$/;

/** The product talks to the server through tRPC and to people through its logger; scripts may print. */
export function checkRawCalls(files: SourceFile[]): Breach[] {
  const watched = files.filter((source) => isCode(source) && !isTest(source) && PRODUCT.test(source.path));
  return watched.flatMap((source) => {
    const found: Breach[] = [];
    walk(source, (node) => {
      if (node.type !== "CallExpression") return;
      const callee = dottedName(node.callee) ?? "";
      if (/^(?:(?:globalThis|window|self)\.)?fetch$/.test(callee) && !CLIENT.test(source.path))
        found.push(breachAt(source, node, "raw fetch: use tRPC"));
      if (callee.startsWith("console.") && !LOGGER.test(source.path)) {
        found.push(breachAt(source, node, `${callee}: use the logger of server/kernel`));
      }
    });
    return found;
  });
}

const SILENCERS =
  /^[\s*!]*(?:@ts-(?:ignore|nocheck)\b|(?:biome|eslint|oxlint|prettier|deno-lint)-(?:ignore|disable)\b)/;
/** Numbers in rows and columns read better by hand than by tool; that silences no rule. */
const HAND_FORMATTED = /^\s*biome-ignore format: \w/;
const EXPECT_ERROR = /^[\s*]*@ts-expect-error\b/;
// Written in two halves so that this file does not report itself.
const UNFINISHED = new RegExp(`\\b(?:${["TO" + "DO", "FIX" + "ME", "XX" + "X"].join("|")})\\b`);

/** No comment switches a rule off, and no comment stands for work not done. Tests may expect a type error, with words. */
export function checkComments(files: SourceFile[]): Breach[] {
  const inCode = files.filter(isCode).flatMap((source) =>
    commentsOf(source).flatMap((comment) => {
      const found: Breach[] = [];
      if (SILENCERS.test(comment.value) && !(isTest(source) && HAND_FORMATTED.test(comment.value)))
        found.push(breachAt(source, comment, "mend the cause instead of silencing the tool"));
      if (EXPECT_ERROR.test(comment.value) && !(isTest(source) && comment.value.trim().split(/\s+/).length > 3)) {
        found.push(breachAt(source, comment, "only a test may expect a type error, and says why on the same line"));
      }
      if (UNFINISHED.test(comment.value)) found.push(breachAt(source, comment, "finish it, or file an issue"));
      return found;
    }),
  );
  const elsewhere = files
    .filter(({ path }) => /\.(?:css|sql|md|ya?ml)$/.test(path))
    .flatMap((source) => matches(source, new RegExp(UNFINISHED, "g"), () => "finish it, or file an issue"));
  return [...inCode, ...elsewhere];
}

/**
 * A test that does not run is worse than none. `.only` never; a skip carries its reason as an argument:
 * `test.skip(!present, "the FEVS file is not here")` in Playwright, `context.skip(!present, "...")` in Vitest.
 */
export function checkSkippedTests(files: SourceFile[]): Breach[] {
  return files
    .filter((source) => isCode(source) && isTest(source))
    .flatMap((source) => {
      const found: Breach[] = [];
      walk(source, (node) => {
        if (node.type !== "CallExpression") return;
        const why = skipBreach(node);
        if (why !== null) found.push({ path: source.path, line: lineAt(source.text, node.start), why });
      });
      return found;
    });
}

function skipBreach(call: Node): string | null {
  const callee = dottedName(call.callee) ?? "";
  if (/^(?:test|it|describe|bench)\b.*\.only\b/.test(callee) || /^(?:fit|fdescribe)$/.test(callee)) {
    return "runs alone: take .only away";
  }
  if (/^(?:test|it|describe)\b.*\.(?:todo|skipIf|runIf)$/.test(callee) || /^(?:xit|xtest|xdescribe)$/.test(callee)) {
    return "does not run and does not say why: use skip(condition, reason)";
  }
  if (!/^(?:(?:test|it|describe|context|ctx)\b.*\.)?(?:skip|fixme)$/.test(callee)) return null;
  const given = call.arguments as unknown[];
  const last = given.at(-1);
  // With one argument, test.skip("...") is a title; context.skip("...") is a reason.
  const mayBeReason = given.length > 1 || /^(?:context|ctx|skip)/.test(callee);
  const reason = isNode(last) && last.type === "TemplateLiteral" ? "a reason with values" : stringValue(last);
  return mayBeReason && reason !== null && reason.trim().split(/\s+/).length >= 3
    ? null
    : "skipped without a reason in words";
}
