import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** What the migrations make from empty is what the schema files say: generating from here finds nothing to do. */
test("the schema files and the migrations agree", () => {
  const root = process.cwd();
  const copy = mkdtempSync(join(root, "db", ".drift-"));
  try {
    cpSync(join(root, "db", "migrations"), copy, { recursive: true });
    const before = readdirSync(copy).length;
    const said = execFileSync(
      join(root, "node_modules", ".bin", "drizzle-kit"),
      [
        "generate",
        "--dialect",
        "postgresql",
        "--schema",
        "./db/schema/index.ts",
        "--out",
        `./db/${copy.split("/").pop()}`,
      ],
      { cwd: root, encoding: "utf8", stdio: "pipe" },
    );
    expect(said).toContain("No schema changes");
    expect(readdirSync(copy)).toHaveLength(before);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}, 60_000);
