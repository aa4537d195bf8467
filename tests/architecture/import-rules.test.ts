import { expect, test } from "vitest";
import { checkImportRules, checkModuleCycles } from "./checks/import-rules.ts";
import { file, readTree, report } from "./source.ts";

test("every import of the tree is in the table of AGENTS.md", () => {
  expect(report(checkImportRules(readTree()))).toEqual([]);
});

test("modules need each other in one direction only", () => {
  expect(report(checkModuleCycles(readTree()))).toEqual([]);
});

const BREACHES: [string, string, string][] = [
  ["a page reads the database", "app/(app)/[org]/page.tsx", 'import { db } from "#db/client.ts"'],
  ["a page calls a router", "app/(app)/[org]/page.tsx", 'import { appRouter } from "#server/api/root.ts"'],
  ["a page signs in", "app/(auth)/sign-in/page.tsx", 'import { auth } from "#server/auth/index.ts"'],
  ["a handler reaches past the API", "app/api/health/route.ts", 'import { x } from "#server/modules/waves/index.ts"'],
  [
    "the respondent's page uses components",
    "app/(respond)/r/[code]/route.ts",
    'import { B } from "#components/ui/b.tsx"',
  ],
  ["the respondent's page uses the API", "app/(respond)/r/[code]/route.ts", 'import { x } from "#server/api/root.ts"'],
  ["a component runs the router", "components/waves/list.tsx", 'import { appRouter } from "#server/api/root.ts"'],
  [
    "a component runs the server lazily",
    "components/waves/list.tsx",
    'const m = await import("#server/kernel/env.ts")',
  ],
  [
    "a component takes types of a module",
    "components/waves/list.tsx",
    'import type { W } from "#server/modules/waves/index.ts"',
  ],
  ["a component re-exports the database", "components/waves/list.tsx", 'export { wave } from "#db/schema/waves.ts"'],
  [
    "a component names a type of the database",
    "components/waves/list.tsx",
    'type W = import("#db/schema/waves.ts").Wave',
  ],
  ["areas import each other", "components/waves/list.tsx", 'import { U } from "#components/units/unit.tsx"'],
  ["ui knows contracts", "components/ui/figure.tsx", 'import { R } from "#contracts/results.ts"'],
  ["ui knows data", "components/ui/figure.tsx", 'import { useQuery } from "@tanstack/react-query"'],
  [
    "a chart knows another",
    "components/charts/trend/trend.tsx",
    'import { x } from "#components/charts/heatmap/prepare.ts"',
  ],
  ["preparing draws", "components/charts/trend/prepare.ts", 'import { useState } from "react"'],
  ["contracts import more than zod", "contracts/results.ts", 'import { x } from "drizzle-orm"'],
  ["contracts know the server", "contracts/results.ts", 'import type { x } from "#server/kernel/clock.ts"'],
  ["a router knows drizzle", "server/api/routers/waves.ts", 'import { eq } from "drizzle-orm"'],
  ["a router knows the schema", "server/api/routers/waves.ts", 'import { wave } from "#db/schema/waves.ts"'],
  ["a router passes the door", "server/api/routers/waves.ts", 'import { x } from "#server/modules/waves/queries.ts"'],
  [
    "a module passes another's door",
    "server/modules/plans/add-action.ts",
    'import { x } from "#server/modules/waves/queries.ts"',
  ],
  ["a module opens connections", "server/modules/waves/queries.ts", 'import { db } from "#db/client.ts"'],
  ["a module uses Next", "server/modules/waves/open-wave.ts", 'import { headers } from "next/headers"'],
  ["a module uses React", "server/modules/waves/open-wave.ts", 'import { cache } from "react"'],
  ["a module knows the API", "server/modules/waves/open-wave.ts", 'import type { T } from "#server/api/trpc.ts"'],
  ["rules read the database", "server/modules/waves/rules.ts", 'import { eq } from "drizzle-orm"'],
  ["rules read the clock", "server/modules/waves/rules.ts", 'import { now } from "#server/kernel/clock.ts"'],
  ["disclosure uses a module", "server/disclosure/release.ts", 'import { x } from "#server/modules/waves/index.ts"'],
  ["disclosure reads people", "server/disclosure/release.ts", 'import { person } from "#db/schema/people.ts"'],
  ["the audit uses the rule", "server/disclosure/audit/exact.ts", 'import { x } from "#server/disclosure/rule.ts"'],
  ["the audit uses the kernel", "server/disclosure/audit/exact.ts", 'import { x } from "#server/kernel/clock.ts"'],
  ["authz uses a module", "server/authz/scope.ts", 'import { x } from "#server/modules/people/index.ts"'],
  ["auth knows roles", "server/auth/config.ts", 'import { x } from "#server/authz/roles.ts"'],
  ["the kernel knows authz", "server/kernel/command.ts", 'import type { S } from "#server/authz/scope.ts"'],
  ["the kernel uses Next", "server/kernel/logger.ts", 'import { headers } from "next/headers"'],
  ["a job reads the database", "server/jobs/recompute.ts", 'import { db } from "#db/client.ts"'],
  ["a job uses React", "server/jobs/worker.ts", 'import React from "react"'],
  ["db knows the kernel", "db/client.ts", 'import { env } from "#server/kernel/env.ts"'],
  ["db uses Next", "db/client.ts", 'import "server-only"'],
  ["the seed passes a door", "db/seed/north.ts", 'import { x } from "#server/modules/waves/queries.ts"'],
  ["a script uses the API", "scripts/import.ts", 'import { appRouter } from "#server/api/root.ts"'],
  ["something imports tests", "db/seed/north.ts", 'import { x } from "#tests/factories/wave.ts"'],
  ["the proxy authorises", "proxy.ts", 'import { auth } from "#server/auth/index.ts"'],
  ["a computed import", "server/jobs/worker.ts", "const m = await import(name)"],
  ["a relative path climbs out", "components/waves/list.tsx", 'import { x } from "../ui/figure.tsx"'],
  ["a relative path between modules", "server/modules/plans/views.ts", 'import { x } from "../waves/index.ts"'],
  ["a subpath import climbs", "components/waves/list.tsx", 'import { x } from "#components/ui/../../db/client.ts"'],
  ["no extension", "contracts/results.ts", 'import { x } from "./statements"'],
  ["a folder without a row", "lib/helpers.ts", "export const x = 1"],
  ["a file beside the areas", "components/button.tsx", "export const x = 1"],
  ["a file beside the modules", "server/helpers.ts", "export const x = 1"],
  ["an unknown alias", "components/waves/list.tsx", 'import { x } from "@/lib/x.ts"'],
];

test.each(BREACHES)("found: %s", (_, path, text) => {
  expect(checkImportRules([file(path, text)])).toHaveLength(1);
});

const FINE: [string, string, string][] = [
  ["the layout reads the nonce", "app/layout.tsx", 'import { headers } from "next/headers"'],
  ["a page prefetches", "app/(app)/[org]/page.tsx", 'import { prefetch } from "#server/api/rsc.ts"'],
  ["a handler serves tRPC", "app/api/trpc/[trpc]/route.ts", 'import { appRouter } from "#server/api/root.ts"'],
  [
    "the respondent's handler",
    "app/(respond)/r/[code]/route.ts",
    'import { x } from "#server/modules/responses/index.ts"',
  ],
  ["a relative path inside its folder", "server/api/routers/waves.ts", 'import { can } from "../procedures.ts"'],
  ["the router's type", "components/api/trpc.tsx", 'import type { AppRouter } from "#server/api/root.ts"'],
  ["hooks in an area", "components/waves/list.tsx", 'import { useTRPC } from "#components/api/trpc.tsx"'],
  ["own schema file", "server/modules/waves/queries.ts", 'import { wave } from "#db/schema/waves.ts"'],
  ["another module's door", "server/modules/plans/add-action.ts", 'import { x } from "#server/modules/waves/index.ts"'],
  [
    "disclosure runs the audit",
    "server/disclosure/release.ts",
    'import { audit } from "#server/disclosure/audit/index.ts"',
  ],
  ["a test beside the rule", "server/modules/waves/rules.test.ts", 'import { test } from "vitest"'],
  ["rule against audit", "server/disclosure/audit/exact.test.ts", 'import { x } from "#server/disclosure/rule.ts"'],
];

test.each(FINE)("allowed: %s", (_, path, text) => {
  expect(report(checkImportRules([file(path, text)]))).toEqual([]);
});

test("found: a circle of three modules, through types too", () => {
  const files = ["waves plans", "plans calls", "calls waves"].map((pair) => {
    const [from, to] = pair.split(" ");
    return file(`server/modules/${from}/views.ts`, `import type { X } from "#server/modules/${to}/index.ts"`);
  });
  expect(checkModuleCycles(files)).toHaveLength(3);
  expect(checkModuleCycles(files.slice(1))).toEqual([]);
});
