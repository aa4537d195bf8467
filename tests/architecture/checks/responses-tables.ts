import type { Breach, SourceFile } from "#tests/architecture/source.ts";
import {
  breachAt,
  dottedName,
  importsOf,
  isCode,
  isNode,
  isTest,
  stringValue,
  templateText,
  walk,
} from "#tests/architecture/syntax.ts";

const SCHEMA = "db/schema/responses.ts";
/** Writers, the one reader, the attacker, the bench, and the places that describe the database without reading an answer. */
const MAY_NAME =
  /^(?:server\/modules\/responses\/|server\/disclosure\/(?!audit\/)|scripts\/(?:ordeal|bench)\/|db\/(?!seed\/)|tests\/)/;

/** Who may take the connection that reads sealed answers; the kernel makes it. */
const MAY_CONNECT = /^(?:server\/disclosure\/(?!audit\/)|server\/kernel\/(?:databases|transaction)\.ts$|tests\/)/;

const RELEASER = new Set(["releaserClient", "inReleaserTransaction"]);

/** Only disclosure asks for the releaser's connection. */
export function checkReleaserClient(files: SourceFile[]): Breach[] {
  return files
    .filter((source) => isCode(source) && !isTest(source) && !MAY_CONNECT.test(source.path))
    .flatMap((source) => {
      const found: Breach[] = [];
      walk(source, (node) => {
        if (node.type === "Identifier" && RELEASER.has(String(node.name))) {
          found.push(breachAt(source, node, "only server/disclosure connects as the releaser"));
        }
      });
      return found.slice(0, 1);
    });
}

/** Only modules/responses (write) and disclosure (read) name the tables of answers, by import or in SQL. */
export function checkResponsesTables(files: SourceFile[]): Breach[] {
  const schema = files.find((source) => source.path === SCHEMA);
  const names = schema ? tableNames(schema) : [];
  const inSql = names.length > 0 ? new RegExp(`(?<![\\w-])(?:${names.join("|")})(?![\\w-])`) : null;
  return files
    .filter((source) => isCode(source) && !isTest(source) && !MAY_NAME.test(source.path))
    .flatMap((source) => [...byImport(source), ...(inSql ? byName(source, inSql) : [])]);
}

function byImport(source: SourceFile): Breach[] {
  return importsOf(source)
    .filter(({ target }) => target === SCHEMA)
    .map(({ line }) => ({
      path: source.path,
      line,
      why: "only modules/responses and disclosure may name the answers",
    }));
}

function byName(source: SourceFile, pattern: RegExp): Breach[] {
  const found: Breach[] = [];
  walk(source, (node, parent) => {
    if (parent?.type.startsWith("Import") || parent?.type.startsWith("Export")) return;
    const text =
      node.type === "TemplateElement" ? templateText(node) : node.type === "Literal" ? stringValue(node) : null;
    // One word alone may be a label or a key; a statement has more than one, a call of from("...") is caught by import.
    if (text !== null && /\b(?:from|into|update|join|table|copy)\s/i.test(text) && pattern.test(text)) {
      found.push(breachAt(source, node, "names a table of answers in SQL: go through modules/responses or disclosure"));
    }
  });
  return found;
}

/** First arguments of the calls that make tables: pgTable("..."), tenantTable("..."), schema.table("..."). */
export function tableNames(schema: SourceFile): string[] {
  const names: string[] = [];
  walk(schema, (node) => {
    if (node.type !== "CallExpression" || !/table$/i.test(calleeName(node.callee))) return;
    const name = stringValue((node.arguments as unknown[])[0]);
    if (name !== null) names.push(name);
  });
  return names;
}

function calleeName(callee: unknown): string {
  if (isNode(callee) && callee.type === "MemberExpression") return dottedName(callee.property) ?? "";
  return dottedName(callee) ?? "";
}
