import path from "node:path";
import { type Comment, type ParseResult, parseSync } from "oxc-parser";
import { type Breach, lineAt, type SourceFile } from "./source.ts";

/** A node of the syntax tree; fields beyond these depend on `type` (ESTree with TypeScript). */
export interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

export interface Import {
  specifier: string;
  /** The file in the tree (`server/kernel/env.ts`), or null where a package is meant. */
  target: string | null;
  /** Erased before running: `import type`, `export type`, `import("x").T`. */
  typeOnly: boolean;
  line: number;
}

const parsed = new WeakMap<SourceFile, ParseResult>();

export function isCode(source: SourceFile): boolean {
  return /\.(ts|tsx|mts|mjs|js|jsx)$/.test(source.path);
}

export function isTest(source: SourceFile): boolean {
  return source.path.startsWith("tests/") || /\.test\.tsx?$/.test(source.path);
}

function parse(source: SourceFile): ParseResult {
  let result = parsed.get(source);
  if (!result) {
    result = parseSync(source.path, source.text);
    if (result.errors.length > 0) throw new Error(`${source.path} does not parse: ${result.errors[0]?.message}`);
    parsed.set(source, result);
  }
  return result;
}

export function commentsOf(source: SourceFile): Comment[] {
  return parse(source).comments;
}

/** Calls `visit` for every node, parents first. */
export function walk(source: SourceFile, visit: (node: Node, parent: Node | null) => void): void {
  const step = (value: unknown, parent: Node | null): void => {
    if (Array.isArray(value)) {
      for (const item of value) step(item, parent);
    } else if (isNode(value)) {
      visit(value, parent);
      for (const child of Object.values(value)) if (typeof child === "object") step(child, value);
    }
  };
  step(parse(source).program, null);
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

export function breachAt(source: SourceFile, node: { start: number }, why: string): Breach {
  return { path: source.path, line: lineAt(source.text, node.start), why };
}

/** "a.b.c" for plain member access (also `a["b"]`), else null. */
export function dottedName(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === "Identifier") return String(value.name);
  if (value.type === "ChainExpression" || value.type === "ParenthesizedExpression") return dottedName(value.expression);
  if (value.type !== "MemberExpression") return null;
  const object = dottedName(value.object);
  const property = value.computed ? stringValue(value.property) : dottedName(value.property);
  return object !== null && property !== null ? `${object}.${property}` : null;
}

/** The text of a string literal or of a template without holes, else null. */
export function stringValue(value: unknown): string | null {
  if (!isNode(value)) return null;
  if (value.type === "Literal" && typeof value.value === "string") return value.value;
  if (value.type === "TemplateLiteral" && Array.isArray(value.quasis) && value.quasis.length === 1) {
    return templateText(value.quasis[0]);
  }
  return null;
}

/** The text of one piece of a template literal. */
export function templateText(quasi: unknown): string {
  const cooked = (quasi as { value?: { cooked?: string | null } }).value?.cooked;
  return cooked ?? "";
}

/** Names that a file exports as values (types left out). */
export function exportedNames(source: SourceFile): string[] {
  return parse(source).module.staticExports.flatMap((statement) =>
    statement.entries
      .filter((entry) => !entry.isType)
      .map((entry) => entry.exportName.name ?? `* (${entry.exportName.kind})`),
  );
}

/** Imports and re-exports, static, dynamic and in types. A computed dynamic import has the specifier "". */
export function importsOf(source: SourceFile): Import[] {
  const { module } = parse(source);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean, start: number): void => {
    found.push({ specifier, target: resolve(source.path, specifier), typeOnly, line: lineAt(source.text, start) });
  };
  for (const statement of module.staticImports) {
    const whole = source.text.slice(statement.start, statement.end).startsWith("import type");
    const entries = statement.entries;
    add(
      statement.moduleRequest.value,
      whole || (entries.length > 0 && entries.every((entry) => entry.isType)),
      statement.start,
    );
  }
  for (const statement of module.staticExports) {
    const request = statement.entries[0]?.moduleRequest;
    if (request)
      add(
        request.value,
        statement.entries.every((entry) => entry.isType),
        statement.start,
      );
  }
  walk(source, (node) => {
    if (node.type === "ImportExpression") add(stringValue(node.source) ?? "", false, node.start);
    if (node.type === "TSImportType") add(stringValue(node.source ?? node.argument) ?? "", true, node.start);
    if (node.type === "TSImportEqualsDeclaration" && isNode(node.moduleReference)) {
      const name = stringValue(node.moduleReference.expression);
      if (name !== null) add(name, false, node.start);
    }
    if (node.type === "CallExpression" && dottedName(node.callee) === "require") {
      add(stringValue((node.arguments as unknown[])[0]) ?? "", false, node.start);
    }
  });
  return found;
}

function resolve(from: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return path.posix.normalize(specifier.slice(1));
  if (specifier.startsWith(".")) return path.posix.join(path.posix.dirname(from), specifier);
  return null;
}
