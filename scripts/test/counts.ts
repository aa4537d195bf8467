import { existsSync, readFileSync } from "node:fs";

export type Counts = { passed: number; failed: number; skipped: { name: string; reason: string }[] };

export const none: Counts = { passed: 0, failed: 0, skipped: [] };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: [...a.skipped, ...b.skipped],
});

/** The last line of a test run. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`;
}

/** A runner that ends badly without naming a failed test (a crash, a file that does not load) counts as one failure. */
export function withExitCode(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** What `count-reporter.ts` wrote. */
export const readCounts = (file: string): Counts =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Counts) : none;

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs?: {
    title: string;
    tests: { projectName: string; status: string; annotations?: { type: string; description?: string }[] }[];
  }[];
};

export function countPlaywright(file: string): Counts {
  if (!existsSync(file)) return none;
  const report = JSON.parse(readFileSync(file, "utf8")) as { suites: PlaywrightSuite[]; errors: unknown[] };
  const counts: Counts = { passed: 0, failed: report.errors.length, skipped: [] };
  const walk = (suite: PlaywrightSuite, path: string[]) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === "expected" || test.status === "flaky") counts.passed += 1;
        else if (test.status === "unexpected") counts.failed += 1;
        else {
          const note = test.annotations?.find((one) => one.type === "skip" || one.type === "fixme");
          const name = [...path, spec.title, `(${test.projectName})`].join(" ");
          counts.skipped.push({ name, reason: note?.description ?? "no reason given" });
        }
      }
    }
    for (const child of suite.suites ?? []) walk(child, [...path, child.title]);
  };
  for (const suite of report.suites) walk(suite, [suite.title]);
  return counts;
}
