import { writeFileSync } from "node:fs";
import type { Reporter } from "vitest/node";
import type { Counts } from "./counts.ts";

/** Writes what was passed, failed and skipped to BEARING_COUNTS. Vitest's own JSON does not hold why a test was skipped. */
export default class CountReporter implements Reporter {
  onTestRunEnd(...[modules, errors]: Parameters<NonNullable<Reporter["onTestRunEnd"]>>): void {
    const counts: Counts = { passed: 0, failed: errors.length, skipped: [] };
    for (const file of modules) {
      let failed = 0;
      for (const test of file.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") counts.passed += 1;
        else if (result.state === "failed") failed += 1;
        else if (result.state === "skipped") {
          counts.skipped.push({ name: test.fullName, reason: result.note ?? "no reason given" });
        }
      }
      // A file that does not load, or whose hook failed, has no failed test of its own.
      counts.failed += failed || (file.state() === "failed" ? 1 : 0);
    }
    const file = process.env.BEARING_COUNTS;
    if (file) writeFileSync(file, JSON.stringify(counts));
  }
}
