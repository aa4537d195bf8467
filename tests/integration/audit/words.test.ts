import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { AUDIT_WORDS } from "#content/audit-words.ts";
import { SECURITY_KINDS } from "#contracts/audit.ts";
import { AUDITABLE } from "#server/kernel/audit.ts";

/** Names of commands as the code gives them to `command` and `writeAudit`. */
function actionsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return [...text.matchAll(/\b(?:command(?:<[^>]*>)?\(|writeAudit\([\s\S]{0,600}?)\s*"([a-z-]+\.[a-z-]+)"/g)].map(
        (m) => m[1] ?? "",
      );
    });
}

const actions = [...new Set([...actionsIn("server/modules"), ...actionsIn("server/disclosure")])].sort();

test("the commands are found", () => {
  expect(actions).toEqual(expect.arrayContaining(["person.add", "role.assign", "organisation.create", "person.join"]));
});

test.each(actions)("%s has words on the audit page", (action) => {
  expect(AUDIT_WORDS.actions[action]).toBeTruthy();
});

test("every fact that may be audited, and every event that HR reads, has words", () => {
  expect(AUDITABLE.filter((name) => !AUDIT_WORDS.facts[name])).toEqual([]);
  expect(SECURITY_KINDS.filter((kind) => !AUDIT_WORDS.security[kind])).toEqual([]);
});
