import { WRITERS } from "#tests/architecture/layout.ts";
import type { Breach, SourceFile } from "#tests/architecture/source.ts";
import { breachAt, importsOf, isCode, isNode, isTest, walk } from "#tests/architecture/syntax.ts";

const WRITES = new Set(["insert", "update", "delete"]);

/**
 * Any module may read any table in a join; each table is written by its owners alone, so that its rules have one home.
 * Finds `x.insert(table)`, `x.update(table)` and `x.delete(table)` where the table was imported from a schema file.
 */
export function checkSchemaWrites(files: SourceFile[]): Breach[] {
  return files
    .filter((source) => isCode(source) && !isTest(source) && source.path.startsWith("server/"))
    .flatMap((source) => {
      const tables = tablesOf(source);
      const breaches: Breach[] = [];
      walk(source, (node) => {
        if (node.type !== "CallExpression" || !isNode(node.callee) || node.callee.type !== "MemberExpression") return;
        const { property } = node.callee;
        if (!isNode(property) || !WRITES.has(String(property.name))) return;
        const [first] = node.arguments as unknown[];
        if (!isNode(first) || first.type !== "Identifier") return;
        const schema = tables.get(String(first.name));
        if (schema === undefined || (WRITERS[schema] ?? []).some((owner) => source.path.startsWith(`${owner}/`)))
          return;
        breaches.push(
          breachAt(source, node, `${String(first.name)} is written by ${(WRITERS[schema] ?? []).join(", ")}`),
        );
      });
      return breaches;
    });
}

/** Local name of each imported table -> its schema file's name. */
function tablesOf(source: SourceFile): Map<string, string> {
  const schemas = new Set(importsOf(source).map((i) => i.target ?? ""));
  const tables = new Map<string, string>();
  walk(source, (node) => {
    if (node.type !== "ImportDeclaration" || !isNode(node.source)) return;
    const schema = /db\/schema\/([a-z-]+)\.ts$/.exec(String(node.source.value))?.[1];
    if (!schema || !schemas.has(`db/schema/${schema}.ts`)) return;
    for (const specifier of node.specifiers as unknown[]) {
      if (isNode(specifier) && isNode(specifier.local)) tables.set(String(specifier.local.name), schema);
    }
  });
  return tables;
}
