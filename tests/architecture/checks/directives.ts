import type { Breach, SourceFile } from "#tests/architecture/source.ts";
import { breachAt, isCode, walk } from "#tests/architecture/syntax.ts";

/** Server actions and cached functions are attack surface that tRPC does not need. */
export function checkDirectives(files: SourceFile[]): Breach[] {
  return files.filter(isCode).flatMap((source) => {
    const found: Breach[] = [];
    walk(source, (node) => {
      const directive = node.type === "ExpressionStatement" ? node.directive : undefined;
      if (typeof directive === "string" && /^use (?:server|cache)\b/.test(directive)) {
        found.push(breachAt(source, node, `"${directive}" is not used here: write a procedure`));
      }
    });
    return found;
  });
}
