import type { Breach, SourceFile } from "#tests/architecture/source.ts";
import { breachAt, isCode, isTest, type Node, walk } from "#tests/architecture/syntax.ts";

const ON_SCREEN = /^(?:app|components|content|messages)\//;

/**
 * Words that never stand on screen (docs/glossary.md). The list is short on purpose: each entry is wrong wherever a person
 * could read it. Words that are right in some sentence ("question", "rank", "company", "manage") are left to review.
 */
const FORBIDDEN: readonly { pattern: RegExp; instead: string }[] = [
  { pattern: /\bSubmit\b/, instead: "say what the button does: Send, Save, Apply" },
  { pattern: /\bDismiss\b/, instead: "Close, or what happens next" },
  { pattern: /^\s*OK\s*$/, instead: "say what the button does" },
  { pattern: /\bworkspaces?\b/i, instead: "organisation" },
  { pattern: /\btenants?\b/i, instead: "organisation" },
  // The public sources keep their names: People Survey, NHS Staff Survey, Federal Employee Viewpoint Survey.
  {
    pattern: /(?<!\b(?:People|Staff|Viewpoint)\s+)\bsurveys?\b/i,
    instead: "wave (the round) or pulse (what people answer)",
  },
  { pattern: /\bquestionnaires?\b/i, instead: "statements" },
  {
    pattern:
      /\b(?:your|his|her|their|(?:supervisor|manager|leader|person|people|employee|colleague)(?:['’]s|s['’]?)?) scores?\b/i,
    instead: "risk, of a unit and never of a person",
  },
  { pattern: /\b(?:leader ?boards?|top performers?)\b/i, instead: "nothing: nobody is ranked" },
  { pattern: /\p{L}'(?=[\p{L}\s])/u, instead: "’, the apostrophe that is printed" },
  { pattern: /\borgani[z](?:e|ed|es|ing|ation|ations|ational)\b/i, instead: "British English: organis-" },
];

/** JSX text, string and template literals (imports left out), and the text of JSON catalogues. */
export function checkScreenWords(files: SourceFile[]): Breach[] {
  return files
    .filter((source) => ON_SCREEN.test(source.path) && !isTest(source))
    .flatMap((source) => (isCode(source) ? inCode(source) : source.path.endsWith(".json") ? inJson(source) : []));
}

function inCode(source: SourceFile): Breach[] {
  const found: Breach[] = [];
  walk(source, (node, parent) => {
    const text = screenText(node, parent);
    if (text !== null) for (const why of wordsIn(text)) found.push(breachAt(source, node, why));
  });
  return found;
}

function screenText(node: Node, parent: Node | null): string | null {
  if (node.type === "JSXText") return String(node.value);
  if (node.type === "TemplateElement") return (node.value as { cooked?: string }).cooked ?? "";
  if (node.type !== "Literal" || typeof node.value !== "string") return null;
  return parent !== null && /^(?:Import|Export|TSImport|TSLiteral)/.test(parent.type) ? null : node.value;
}

function inJson(source: SourceFile): Breach[] {
  return source.text.split("\n").flatMap((text, index) => {
    const value = /:\s*"(.*)"\s*,?\s*$/.exec(text)?.[1] ?? "";
    return wordsIn(value).map((why) => ({ path: source.path, line: index + 1, why }));
  });
}

function wordsIn(text: string): string[] {
  return FORBIDDEN.flatMap(({ pattern, instead }) => {
    const word = pattern.exec(text)?.[0].trim();
    return word === undefined ? [] : [`"${word}" on screen; instead: ${instead}`];
  });
}
