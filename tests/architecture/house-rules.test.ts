import { describe, expect, test } from "vitest";
import { checkDirectives } from "./checks/directives.ts";
import { checkEnvAccess } from "./checks/env-access.ts";
import { checkFileSize } from "./checks/file-size.ts";
import { checkComments, checkRawCalls, checkSkippedTests } from "./checks/house-style.ts";
import { checkFileNames, checkUseCases } from "./checks/names.ts";
import { checkScreenWords } from "./checks/screen-words.ts";
import { checkPackages, checkTraces } from "./checks/traces.ts";
import { type Breach, file, readTree, report, type SourceFile } from "./source.ts";

interface House {
  check: (files: SourceFile[]) => Breach[];
  breaches: [path: string, text: string][];
  fine: [path: string, text: string][];
}

// Built from parts where the whole would be reported in this very file.
const lines = (count: number) => "x;\n".repeat(count);
const slash = (...parts: string[]) => `/${parts.join("/")}`;

const HOUSE: Record<string, House> = {
  "a file has 300 lines at most, a page 60": {
    check: checkFileSize,
    breaches: [
      ["server/kernel/a.ts", lines(301)],
      ["components/ui/a.css", lines(301)],
      ["scripts/a.mjs", lines(301)],
      ["app/(app)/[org]/page.tsx", lines(61)],
    ],
    fine: [
      ["server/kernel/a.ts", lines(300)],
      ["app/(app)/[org]/page.tsx", lines(60)],
      ["app/(respond)/r/[code]/route.ts", lines(200)],
      ["docs/long.md", lines(900)],
    ],
  },
  "the environment is read in one place": {
    check: checkEnvAccess,
    breaches: [
      ["server/kernel/logger.ts", "const level = process.env.LOG_LEVEL"],
      ["db/client.ts", 'const url = process["env"].DATABASE_URL'],
      ["components/ui/a.tsx", "const { env } = process"],
      ["proxy.ts", "const url = globalThis.process.env.URL"],
      ["contracts/a.ts", 'import { env } from "node:process"'],
      ["components/ui/a.tsx", "const on = import.meta.env.DEV"],
    ],
    fine: [
      ["server/kernel/env.ts", "export const env = parse(process.env)"],
      ["scripts/start.mjs", "process.env.PATH"],
      ["db/embedded.ts", "process.env.PATH"],
      ["db/embedded-server.ts", "process.env.PATH"],
      ["playwright.config.ts", "process.env.CI"],
      ["server/jobs/worker.ts", 'process.on("SIGTERM", stop)'],
    ],
  },
  "no server actions, no cached functions": {
    check: checkDirectives,
    breaches: [
      ["app/(app)/actions.ts", '"use server";\nexport async function f() {}'],
      ["components/a/b.tsx", 'async function save() { "use server"; }'],
      ["server/api/rsc.ts", 'export async function f() { "use cache: remote"; }'],
    ],
    fine: [
      ["components/a/b.tsx", '"use client";'],
      ["components/a/b.tsx", 'const text = "use server";'],
    ],
  },
  "files are kebab-case": {
    check: checkFileNames,
    breaches: [
      ["components/ui/RiskFigure.tsx", ""],
      ["server/modules/waves/openWave.ts", ""],
      ["components/Waves/list.tsx", ""],
      ["docs/Threat_Model.md", ""],
    ],
    fine: [
      ["app/(app)/[org]/not-found.tsx", ""],
      ["app/api/trpc/[...trpc]/route.ts", ""],
      ["components/ui/risk-figure.test.tsx", ""],
      ["db/migrations/20260101_Init.sql", ""],
      ["docs/adr/README.md", ""],
    ],
  },
  "a use-case has the name of its file": {
    check: checkUseCases,
    breaches: [
      ["server/modules/waves/open-wave.ts", "export const openTheWave = 1"],
      ["server/modules/waves/open-wave.ts", "export type openWave = 1"],
      ["server/modules/waves/withdraw.ts", 'export const other = command("wave.withdraw", f)'],
      ["server/modules/waves/rules.ts", 'export const openWave = command("wave.open", f)'],
      ["server/modules/waves/parts/open-wave.ts", 'export const openWave = command("wave.open", f)'],
      ["server/modules/waves/open-wave.ts", 'export const openWave = command("a", f); export const b = query("b", g)'],
    ],
    fine: [
      ["server/modules/waves/open-wave.ts", 'export const openWave = command("wave.open", f)'],
      ["server/modules/waves/open-wave.ts", "export async function openWave() {}"],
      ["server/modules/waves/tree-rules.ts", "export const x = 1"],
      ["server/modules/waves/queries.ts", "export const mustFindWave = 1"],
    ],
  },
  "no raw fetch, no console": {
    check: checkRawCalls,
    breaches: [
      ["components/waves/list.tsx", 'await fetch("/api/x")'],
      ["server/modules/waves/open-wave.ts", 'await globalThis.fetch("https://example.org")'],
      ["server/modules/waves/open-wave.ts", 'console.log("opened")'],
      ["components/waves/list.tsx", "console.error(error)"],
    ],
    fine: [
      ["server/kernel/logger.ts", "console.log(line)"],
      ["scripts/seed.ts", 'console.log("seeded")'],
      ["components/waves/list.tsx", "query.fetchNextPage()"],
    ],
  },
  "no comment silences a tool or stands for work": {
    check: checkComments,
    breaches: [
      ["server/kernel/a.ts", "// @ts-ignore\nconst x = 1"],
      ["server/kernel/a.ts", "// biome-ignore lint: no\nconst x = 1"],
      ["tests/authz/a.test.ts", "// biome-ignore lint: no\nconst x = 1"],
      ["server/kernel/a.ts", "// biome-ignore format: a table\nconst x = 1"],
      ["components/ui/a.tsx", "const a = <p>{/* eslint-disable-next-line */}</p>"],
      ["server/kernel/a.ts", "// @ts-expect-error the types lag behind the code\nconst x = 1"],
      ["tests/authz/a.test.ts", "// @ts-expect-error\nconst x = 1"],
      ["server/kernel/a.ts", `/** ${"TO"}${"DO"} later */`],
      ["db/migrations/1.sql", `-- ${"FIX"}${"ME"}`],
    ],
    fine: [
      ["server/kernel/a.ts", '// Reads "@ts-ignore" in the text.\nconst x = "biome-ignore"'],
      ["server/kernel/a.test.ts", "// biome-ignore format: a table\nconst x = 1"],
      ["tests/authz/a.test.ts", "// @ts-expect-error a command without audit does not compile\nconst x = 1"],
    ],
  },
  "a test that does not run says why": {
    check: checkSkippedTests,
    breaches: [
      ["tests/a.test.ts", 'test.only("x", () => {})'],
      ["tests/a.test.ts", 'describe.only.each([])("x", () => {})'],
      ["tests/a.test.ts", 'test.skip("x does y and z", () => {})'],
      ["tests/a.test.ts", "test.skip()"],
      ["tests/a.test.ts", 'test.skip(!present, "later")'],
      ["server/a.test.ts", 'test.skipIf(!present)("x", () => {})'],
      ["server/a.test.ts", 'it.todo("x")'],
    ],
    fine: [
      ["tests/a.test.ts", 'test.skip(!present, "the FEVS file is not on this machine")'],
      ["tests/a.test.ts", 'test("x", (context) => context.skip(!present, "the file is not here"))'],
      ["server/a.ts", "rows.skip(3)"],
    ],
  },
  "words of the glossary on screen": {
    check: checkScreenWords,
    breaches: [
      ["components/waves/list.tsx", "const a = <button>Submit</button>"],
      ["components/waves/list.tsx", 'const a = <Button label="Dismiss" />'],
      ["components/waves/list.tsx", "const a = <button> OK </button>"],
      ["components/waves/list.tsx", 'const a = "Choose a workspace"'],
      ["components/waves/list.tsx", "const a = `The survey of $" + "{date}`"],
      ["content/help.ts", 'export const a = "Your score is 40"'],
      ["content/help.ts", 'export const a = "Compare supervisors’ scores"'],
      ["messages/en.json", '{\n  "a": "An organization"\n}'],
      ["content/help.ts", 'export const a = "What is the team\'s aim?"'],
      ["components/waves/list.tsx", "const a = <p>All supervisors' views</p>"],
    ],
    fine: [
      ["components/waves/list.tsx", 'const a = <form onSubmit={send}><button type="submit">Send</button></form>'],
      ["components/waves/list.tsx", 'const a = "Civil Service People Survey 2024"'],
      ["components/waves/list.tsx", 'import { x } from "./workspace.ts"'],
      ["content/help.ts", 'export const a = "The score is the mean of six statements"'],
      ["components/waves/list.tsx", "const a = \"main a[href*='/units/']\"; // the team's own"],
      ["components/waves/list.test.tsx", 'expect(text).not.toContain("Submit")'],
    ],
  },
  "no trace of a machine or a registry": {
    check: checkTraces,
    breaches: [
      ["docs/a.md", `See ${slash("work", "main")}`],
      ["scripts/a.mjs", `const a = "${slash("root", ".cache")}"`],
      ["docs/a.md", slash("home", "sam", "bearing")],
      ["docs/a.md", slash("Users", "sam")],
      [".npmrc", `registry=https://${"registry"}.example.org/npm/`],
    ],
    fine: [
      ["docs/a.md", `components${slash("home", "page.tsx")} and https://example.org${slash("work", "x")}`],
      ["docs/a.md", "Works under a 0700 home, as root, in a work folder."],
    ],
  },
};

describe.each(Object.entries(HOUSE))("%s", (_, { check, breaches, fine }) => {
  test("the tree is clean", () => {
    expect(report(check(readTree()))).toEqual([]);
  });
  test.each(breaches)("found in %s: %s", (path, text) => {
    expect(check([file(path, text)])).toHaveLength(1);
  });
  test.each(fine)("allowed in %s: %s", (path, text) => {
    expect(report(check([file(path, text)]))).toEqual([]);
  });
});

describe("packages are pinned", () => {
  const planted = (dependencies: object, locked: object) =>
    checkPackages([
      file("package.json", JSON.stringify({ dependencies })),
      file("package-lock.json", JSON.stringify({ packages: { "": { dependencies: locked } } })),
    ]);

  test("the tree is clean", () => {
    expect(report(checkPackages(readTree()))).toEqual([]);
  });
  test("found: a range", () => {
    expect(planted({ zod: "^4.6.7" }, { zod: "^4.6.7" })).toHaveLength(1);
  });
  test("found: the lock lags behind", () => {
    expect(planted({ zod: "4.6.7" }, { zod: "4.6.6" })).toHaveLength(1);
  });
  test("found: an address in the lock", () => {
    const [manifest, lock] = [
      file("package.json", "{}"),
      file("package-lock.json", '{"packages":{"":{},"a":{"resolved": "https://x"}}}'),
    ];
    expect(checkPackages([manifest, lock])).toHaveLength(1);
  });
  test("found: a range in overrides", () => {
    const manifest = file("package.json", JSON.stringify({ overrides: { a: { b: ">=1" } } }));
    expect(checkPackages([manifest, file("package-lock.json", '{"packages":{"":{}}}')])).toHaveLength(1);
  });
  test("allowed: exact, also a pre-release", () => {
    expect(planted({ "next-auth": "5.0.0-beta.32" }, { "next-auth": "5.0.0-beta.32" })).toEqual([]);
  });
});
