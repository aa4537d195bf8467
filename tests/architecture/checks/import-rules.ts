import { OWN_SCHEMA, ownsSchema, TEST_PACKAGES, ZONES, type Zone } from "#tests/architecture/layout.ts";
import type { Breach, SourceFile } from "#tests/architecture/source.ts";
import { type Import, importsOf, isCode, isTest } from "#tests/architecture/syntax.ts";

/** Who may import whom: the table of AGENTS.md, without an allow-list. */
export function checkImportRules(files: SourceFile[]): Breach[] {
  return files.filter(isCode).flatMap((source) => {
    const zone = ZONES.find((candidate) => candidate.holds.test(source.path));
    if (!zone) return [{ path: source.path, line: 1, why: "lies in no folder of the table in AGENTS.md" }];
    return importsOf(source).flatMap((imported) => {
      const why = imported.target === null ? packageBreach(source, zone, imported) : treeBreach(source, zone, imported);
      return why === null ? [] : [{ path: source.path, line: imported.line, why }];
    });
  });
}

function treeBreach(source: SourceFile, zone: Zone, { specifier, target, typeOnly }: Import): string | null {
  if (target === null) return null;
  if (specifier.startsWith("..") && homeOf(source.path) !== homeOf(target)) {
    return `${specifier}: across folders use the subpath imports (#...)`;
  }
  if (!/\.[a-z]+$/.test(specifier)) return `${specifier}: write the extension`;
  const testBeside = isTest(source) && zone.name !== "tests";
  // Inside server/disclosure a test may hold rule and audit against each other; it is not part of either.
  if (testBeside && zone.name === "server/disclosure/audit" && target.startsWith("server/disclosure/")) return null;
  if (allows(zone.imports, zone, source.path, target)) return null;
  if (typeOnly && allows(zone.types ?? [], zone, source.path, target)) return null;
  return `${zone.name} may not import ${target}`;
}

/** The folder that a relative path may not leave: `scripts`, `server/api`, `server/modules/waves`. */
function homeOf(filePath: string): string {
  const parts = filePath.split("/");
  if (filePath.startsWith("server/modules/")) return parts.slice(0, 3).join("/");
  return parts.slice(0, /^(?:app|components|server)\//.test(filePath) ? 2 : 1).join("/");
}

function packageBreach(source: SourceFile, zone: Zone, { specifier, typeOnly }: Import): string | null {
  // Scripts, tests and tool configuration may compute a path; in the product it would slip past this check.
  const free = zone.name === "scripts" || zone.name === "tests" || zone.name === "configuration files";
  if (specifier === "") return free ? null : "a computed import cannot be checked: name the file";
  if (isTest(source) && zone.name !== "tests" && TEST_PACKAGES.some((name) => isPackage(specifier, name))) return null;
  if (typeOnly && zone.typePackages?.some((name) => isPackage(specifier, name))) return null;
  const allowed =
    "only" in zone.packages
      ? zone.packages.only.some((name) => isPackage(specifier, name))
      : !zone.packages.never.some((name) => isPackage(specifier, name));
  return allowed ? null : `${zone.name} may not import the package ${specifier}`;
}

function isPackage(specifier: string, name: string): boolean {
  if (name.endsWith("*")) return specifier.startsWith(name.slice(0, -1));
  if (name === "node:") return specifier.startsWith("node:");
  return specifier === name || specifier.startsWith(`${name}/`);
}

function allows(patterns: readonly string[], zone: Zone, importer: string, target: string): boolean {
  const area = zone.holds.exec(importer)?.[1] ?? "";
  return patterns.some((pattern) => {
    if (pattern === OWN_SCHEMA) return ownsSchema(importer, target);
    const filled = pattern.replace("$1", area);
    if (filled.includes("*"))
      return new RegExp(`^${filled.replaceAll(".", "\\.").replace("*", "[^/]+")}$`).test(target);
    return filled.endsWith("/") ? target.startsWith(filled) : target === filled;
  });
}

/** Modules use each other through `index.ts` and in one direction only; types count too. */
export function checkModuleCycles(files: SourceFile[]): Breach[] {
  const uses = new Map<string, Map<string, Breach>>();
  for (const source of files.filter((candidate) => isCode(candidate) && !isTest(candidate))) {
    const from = moduleOf(source.path);
    if (from === null) continue;
    for (const imported of importsOf(source)) {
      const to = moduleOf(imported.target ?? "");
      if (to === null || to === from) continue;
      const edges = uses.get(from) ?? new Map<string, Breach>();
      edges.set(to, edges.get(to) ?? { path: source.path, line: imported.line, why: "" });
      uses.set(from, edges);
    }
  }
  return [...uses].flatMap(([from, edges]) =>
    [...edges]
      .filter(([to]) => reaches(uses, to, from, new Set()))
      .map(([to, breach]) => ({ ...breach, why: `modules ${from} and ${to} need each other: move the shared part` })),
  );
}

function moduleOf(filePath: string): string | null {
  return /^server\/modules\/([^/]+)\//.exec(filePath)?.[1] ?? null;
}

function reaches(uses: Map<string, Map<string, Breach>>, from: string, goal: string, seen: Set<string>): boolean {
  if (from === goal) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return [...(uses.get(from)?.keys() ?? [])].some((next) => reaches(uses, next, goal, seen));
}
