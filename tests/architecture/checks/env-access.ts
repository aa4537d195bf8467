import type { Breach, SourceFile } from "#tests/architecture/source.ts";
import { breachAt, dottedName, importsOf, isCode, isNode, walk } from "#tests/architecture/syntax.ts";

/**
 * The environment is parsed once; the launchers run before there is anything to parse it with. `instrumentation.ts` asks
 * which of Next's two runtimes it is compiled for: a constant by the time it runs.
 */
const MAY_READ =
  /^(?:server\/kernel\/env\.ts|instrumentation\.ts|scripts\/|tests\/|db\/embedded[a-z-]*(?:\/|\.ts$)|[a-z-]+\.config\.(?:ts|mjs)$)/;
const WHY = "read the environment through server/kernel/env.ts";

export function checkEnvAccess(files: SourceFile[]): Breach[] {
  return files
    .filter((source) => isCode(source) && !MAY_READ.test(source.path))
    .flatMap((source) => [...byAccess(source), ...byImport(source)]);
}

function byAccess(source: SourceFile): Breach[] {
  const found: Breach[] = [];
  walk(source, (node) => {
    const name = node.type === "MemberExpression" ? dottedName(node) : null;
    if (name === "process.env" || name === "globalThis.process") found.push(breachAt(source, node, WHY));
    if (node.type === "MemberExpression" && isNode(node.object) && node.object.type === "MetaProperty") {
      if (dottedName(node.property) === "env") found.push(breachAt(source, node, WHY));
    }
    if (node.type === "VariableDeclarator" && dottedName(node.init) === "process")
      found.push(breachAt(source, node, WHY));
  });
  return found;
}

function byImport(source: SourceFile): Breach[] {
  return importsOf(source)
    .filter(({ specifier }) => specifier === "node:process" || specifier === "process")
    .map(({ line }) => ({ path: source.path, line, why: `${WHY}; use the global process for the rest` }));
}
