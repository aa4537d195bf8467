import { expect, test } from "vitest";
import { checkSchemaWrites } from "./checks/schema-writes.ts";
import { file, readTree, report } from "./source.ts";

test("every table is written by its owners alone", () => {
  expect(report(checkSchemaWrites(readTree()))).toEqual([]);
});

test.each([
  ["insert", "await scope.tx.insert(wave).values({})"],
  ["update", "await scope.tx.update(wave).set({})"],
  ["delete", "await tx.delete(wave)"],
])("a planted %s of another area's table is found", (_name, line) => {
  const planted = file(
    "server/modules/people/add-person.ts",
    `import { wave } from "#db/schema/waves.ts";\n${line};\n`,
  );
  expect(checkSchemaWrites([planted])).toHaveLength(1);
});

test("an alias does not hide it, and a Map's delete is no write", () => {
  const aliased = 'import { wave as w } from "#db/schema/waves.ts";\nawait tx.insert(w).values({});\n';
  expect(checkSchemaWrites([file("server/modules/people/add-person.ts", aliased)])).toHaveLength(1);
  const map = "const m = new Map(); const wave = 1; m.delete(wave);\n";
  expect(checkSchemaWrites([file("server/modules/people/add-person.ts", map)])).toEqual([]);
  const owner = 'import { wave } from "#db/schema/waves.ts";\nawait tx.insert(wave).values({});\n';
  expect(checkSchemaWrites([file("server/modules/waves/open-wave.ts", owner)])).toEqual([]);
});
