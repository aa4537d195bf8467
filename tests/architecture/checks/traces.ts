import { type Breach, matches, type SourceFile } from "#tests/architecture/source.ts";

/** Folders of one machine. A letter, dot or bracket before the slash means a route or a deeper path of our own. */
const MACHINE_PATH = /(?<![\w.)\]}*-])(?:\/work\/|\/root\/|\/(?:home|Users)\/[a-z]|[A-Z]:\\+Users\\)/g;
const REGISTRY_HOST =
  /\b(?:registry\.[a-z0-9-]+(?:\.[a-z0-9-]+)+|npm\.pkg\.[a-z.]+|[a-z0-9.-]*(?:artifactory|jfrog)[a-z0-9-]*\.[a-z.]+)/gi;

/** No file says on which machine it was written or from which registry it was installed. */
export function checkTraces(files: SourceFile[]): Breach[] {
  return files.flatMap((source) => [
    ...matches(source, MACHINE_PATH, (found) => `path of a machine: ${found}`),
    ...matches(source, REGISTRY_HOST, (found) => `host of a package registry: ${found}`),
  ]);
}

const GROUPS = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"] as const;
const EXACT = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/;

/** Versions are exact, the lock agrees with package.json and names no address. */
export function checkPackages(files: SourceFile[]): Breach[] {
  const manifest = files.find(({ path }) => path === "package.json");
  const lock = files.find(({ path }) => path === "package-lock.json");
  if (!manifest || !lock)
    return [{ path: "package.json", line: 1, why: "package.json and package-lock.json belong together" }];
  const wanted = JSON.parse(manifest.text) as Manifest;
  const locked = (JSON.parse(lock.text) as { packages: Record<string, Manifest> }).packages[""] ?? {};
  const breaches = matches(lock, /"resolved": "(?:https?|git)[^"]*"/g, () => "the lock names an address");
  for (const group of GROUPS) {
    for (const [name, version] of Object.entries(wanted[group] ?? {})) {
      const where = { path: manifest.path, line: 1 };
      if (!EXACT.test(version)) breaches.push({ ...where, why: `${name} "${version}" is not an exact version` });
      if (locked[group]?.[name] !== version) breaches.push({ ...where, why: `${name} is not ${version} in the lock` });
    }
  }
  for (const [name, version] of Object.entries(flatten(wanted.overrides ?? {}))) {
    if (!EXACT.test(version))
      breaches.push({ path: manifest.path, line: 1, why: `override ${name} "${version}" is not exact` });
  }
  return breaches;
}

type Manifest = Partial<Record<(typeof GROUPS)[number], Record<string, string>>> & { overrides?: Overrides };
interface Overrides {
  [name: string]: string | Overrides;
}

function flatten(overrides: Overrides): Record<string, string> {
  return Object.fromEntries(
    Object.entries(overrides).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : Object.entries(flatten(value)),
    ),
  );
}
