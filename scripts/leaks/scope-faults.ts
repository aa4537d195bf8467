import { edit, type Fault } from "./fault.ts";

const matrix = ["tests/authz/matrix.test.ts"];
const ownTeam = ["tests/integration/results/own-team.test.ts"];
const visibleRows = ["tests/integration/results/visible-rows.test.ts"];
const people = ["tests/integration/people/people.test.ts"];

/** A part of the tree that reaches further than it should, inside one organisation. */
export const subtreeFaults: Fault[] = [
  {
    name: "every part is the whole tree",
    tests: ["tests/integration/register/reading.test.ts"],
    edits: [
      edit(
        "server/authz/within.ts",
        "scope.everywhere ? sql`true` : arrayOverlaps(path, [...scope.roots])",
        "scope.everywhere || path ? sql`true` : arrayOverlaps(path, [...scope.roots])",
      ),
    ],
  },
  {
    name: "results of other branches are listed",
    tests: visibleRows,
    edits: [
      edit(
        "server/modules/results/queries.ts",
        "if (scope.everywhere) return undefined;",
        "if (scope.organisation) return undefined;",
      ),
    ],
  },
  {
    name: "a supervisor's team is found in any part",
    tests: ["tests/integration/assessments/who-sees.test.ts"],
    edits: [
      edit(
        "server/modules/assessments/queries.ts",
        'eq(unit.id, teamId), eq(unit.kind, "team"), within(scope, unit.path)',
        'eq(unit.id, teamId), eq(unit.kind, "team")',
      ),
    ],
  },
  {
    name: "what is due lists teams of others",
    tests: ["tests/integration/assessments/who-sees.test.ts"],
    edits: [
      edit(
        "server/modules/assessments/queries.ts",
        'eq(unit.status, "live"), within(scope, unit.path), after)',
        'eq(unit.status, "live"), after)',
      ),
    ],
  },
  {
    name: "somebody else's team counts as one's own",
    tests: ownTeam,
    edits: [
      edit("server/modules/results/own-queries.ts", "        arrayOverlaps(unit.path, [...own]),\n", ""),
      edit("server/modules/results/own-queries.ts", "        within(scope, unit.path),\n", ""),
    ],
  },
  {
    name: "the next supervisor reads the answers of the one before",
    tests: ownTeam,
    edits: [
      edit("server/modules/results/own-queries.ts", "        eq(assessment.personId, scope.actor.personId),\n", ""),
    ],
  },
  {
    name: "HR of a branch sees everybody",
    tests: people,
    edits: [
      edit(
        "server/modules/people/queries.ts",
        "if (scope.everywhere) return sql`true`;\n  return exists(",
        "if (scope.organisation) return sql`true`;\n  return exists(",
      ),
    ],
  },
  {
    name: "HR of a branch acts on people with roles elsewhere",
    tests: people,
    edits: [
      edit("server/modules/people/queries.ts", "if (scope.everywhere) return 0;", "if (scope.organisation) return 0;"),
    ],
  },
  {
    name: "roles are given on units outside the branch",
    tests: ["tests/integration/people/roles.test.ts"],
    edits: [
      edit(
        "server/modules/people/queries.ts",
        "and(eq(unit.orgId, scope.organisation.id), eq(unit.id, unitId), within(scope, unit.path))",
        "and(eq(unit.orgId, scope.organisation.id), eq(unit.id, unitId))",
      ),
    ],
  },
  {
    name: "registrations of other branches are listed",
    tests: ["tests/integration/register/registrations.test.ts"],
    edits: [
      edit(
        "server/modules/register/list-registrations.ts",
        "page.waiting ? isNull(r.decision) : isNotNull(r.decision),\n    within(scope, unit.path),",
        "page.waiting ? isNull(r.decision) : isNotNull(r.decision),",
      ),
    ],
  },
];

/** A permission that is checked too loosely, or not at all. */
export const permissionFaults: Fault[] = [
  {
    name: "members may read results",
    tests: matrix,
    edits: [
      edit("server/authz/roles.ts", 'member: ["organisation:read"]', 'member: ["organisation:read", "result:read"]'),
    ],
  },
  {
    name: "HR of a branch reads the audit trail",
    tests: matrix,
    edits: [edit("server/authz/roles.ts", '  "import:run",\n  "audit:read",\n]);', '  "import:run",\n]);')],
  },
  {
    name: "a revoked role still counts",
    tests: matrix,
    edits: [edit("server/authz/rules.ts", "return !a.revoked && a.startsOn", "return a.startsOn")],
  },
  {
    name: "a role goes on after its last day",
    tests: matrix,
    edits: [edit("server/authz/rules.ts", " && (a.endsOn === null || today <= a.endsOn)", "")],
  },
  {
    name: "the scope of one role with the permission of another",
    tests: matrix,
    edits: [
      edit(
        "server/authz/rules.ts",
        "if (!ROLE_PERMISSIONS[a.role].includes(permission)) continue;",
        "if (!assignments.some((one) => ROLE_PERMISSIONS[one.role].includes(permission))) continue;",
      ),
    ],
  },
  {
    name: "a scope without any unit is minted",
    tests: matrix,
    edits: [
      edit("server/authz/mint.ts", "if (roots.length === 0) throw forbidden();", "if (!roots) throw forbidden();"),
    ],
  },
  {
    name: "a suspended organisation opens",
    tests: ["tests/integration/organisations/organisations.test.ts"],
    edits: [
      edit(
        "server/authz/mint.ts",
        'and(eq(organisation.slug, slug), eq(organisation.status, "active"))',
        "eq(organisation.slug, slug)",
      ),
    ],
  },
  {
    name: "a suspended person gets in",
    tests: people,
    edits: [
      edit(
        "server/authz/mint.ts",
        'eq(person.id, found.personId), eq(person.status, "active")',
        "eq(person.id, found.personId)",
      ),
    ],
  },
  {
    name: "everybody signed in is an operator",
    tests: ["tests/integration/organisations/organisations.test.ts"],
    edits: [edit("server/api/procedures.ts", "!live.isOperator || ", "")],
  },
  {
    name: "a refused command is committed",
    tests: ["tests/integration/people/people.test.ts", "tests/integration/register/commands.test.ts"],
    edits: [edit("server/api/procedures.ts", "if (!result.ok) throw", "if (result === undefined) throw")],
  },
];

const signIn = ["tests/integration/sessions/sign-in.test.ts"];

/** Sessions, sign-in and links. */
export const sessionFaults: Fault[] = [
  {
    name: "an idle session lives on",
    tests: signIn,
    edits: [
      edit(
        "server/auth/sessions.ts",
        "if (row.seenAt.getTime() + row.idleMinutes * 60_000 <= now.getTime()) return null;\n",
        "",
      ),
    ],
  },
  {
    name: "a revoked session lives on",
    tests: signIn,
    edits: [
      edit(
        "server/auth/sessions.ts",
        "and(eq(session.tokenHash, tokenHash), isNull(session.revokedAt))",
        "eq(session.tokenHash, tokenHash)",
      ),
    ],
  },
  {
    name: "passwords may be tried without end",
    tests: signIn,
    edits: [edit("server/auth/rate-limit.ts", "if (full) return false;\n", "")],
  },
  {
    name: "a link to join opens for another account",
    tests: ["tests/integration/sessions/links.test.ts"],
    edits: [
      edit(
        "server/modules/accounts/accept-invitation.ts",
        "        eq(accountToken.accountId, scope.accountId),\n",
        "",
      ),
      edit("server/modules/accounts/accept-invitation.ts", "        eq(person.email, scope.email),\n", ""),
    ],
  },
  {
    name: "sign-in leads to another site",
    tests: ["server/auth/own-address.test.ts"],
    edits: [edit("server/auth/own-address.ts", "target.origin === home ? target.href : home", "target.href")],
  },
];
