import { edit, type Fault } from "./fault.ts";

const predicates = ["tests/isolation/predicates.test.ts"];
const tables = ["tests/isolation/tables.test.ts"];
const catalog = ["tests/db/catalog-audit.test.ts"];

/** Lock 1: a query that forgot its organisation. Row-level security is switched off in the test that must see it. */
export const predicateFaults: Fault[] = [
  {
    name: "a team is found without its organisation",
    tests: predicates,
    edits: [
      edit(
        "server/modules/assessments/queries.ts",
        'eq(unit.orgId, scope.organisation.id), eq(unit.id, teamId), eq(unit.kind, "team"),',
        'eq(unit.id, teamId), eq(unit.kind, "team"),',
      ),
    ],
  },
  {
    name: "a person is found without the organisation",
    tests: predicates,
    edits: [
      edit(
        "server/modules/people/queries.ts",
        "and(eq(person.orgId, scope.organisation.id), eq(person.id, personId), visiblePerson(scope))",
        "and(eq(person.id, personId), visiblePerson(scope))",
      ),
    ],
  },
  {
    name: "role assignments are read across organisations",
    tests: predicates,
    edits: [
      edit(
        "server/modules/people/queries.ts",
        "and(eq(roleAssignment.orgId, scope.organisation.id), within(scope, unit.path), where)",
        "and(within(scope, unit.path), where)",
      ),
    ],
  },
  {
    name: "an import is found without its organisation",
    tests: predicates,
    edits: [
      edit(
        "server/modules/imports/queries.ts",
        "and(eq(importJob.orgId, scope.organisation.id), eq(importJob.id, id))",
        "and(eq(importJob.id, id))",
      ),
    ],
  },
  {
    name: "published waves of everybody are listed",
    tests: predicates,
    edits: [
      edit(
        "server/modules/results/queries.ts",
        '        eq(wave.orgId, orgId),\n        eq(wave.status, "published"),',
        '        eq(wave.status, "published"),',
      ),
    ],
  },
  {
    name: "a wave is found without its organisation",
    tests: predicates,
    edits: [
      edit(
        "server/modules/waves/queries.ts",
        "and(eq(wave.orgId, scope.organisation.id), eq(wave.id, id))",
        "and(eq(wave.id, id))",
      ),
    ],
  },
  {
    name: "a unit of the register is found without its organisation",
    tests: predicates,
    edits: [
      edit(
        "server/modules/register/queries.ts",
        "and(eq(unit.orgId, scope.organisation.id), eq(unit.id, unitId), within(scope, unit.path))",
        "and(eq(unit.id, unitId), within(scope, unit.path))",
      ),
    ],
  },
  {
    name: "the audit trail of everybody is listed",
    tests: ["tests/isolation/audit-trail.test.ts"],
    edits: [
      edit(
        "server/modules/audit/queries.ts",
        "        eq(e.orgId, scope.organisation.id),\n        filter.actor === SYSTEM_ACTOR",
        "        filter.actor === SYSTEM_ACTOR",
      ),
    ],
  },
];

/** Lock 2: the database's own. */
export const policyFaults: Fault[] = [
  ...["person", "assessment", "release_cell", "sealed_response", "audit_event"].map(
    (table): Fault => ({
      name: `no tenant policy on ${table}`,
      tests: tables,
      sql: `drop policy tenant on ${table}`,
    }),
  ),
  {
    name: "private notes are readable inside the organisation",
    tests: tables,
    sql: "drop policy author on assessment_note",
  },
  {
    name: "a missing tenant reads as nothing instead of raising",
    tests: tables,
    sql: "create or replace function app.org_id() returns uuid language sql stable as $$ select app.org_or_null() $$",
  },
  {
    name: "the owner passes the policies of a table",
    tests: catalog,
    sql: "alter table wave no force row level security",
  },
  { name: "row-level security is off on a table", tests: catalog, sql: "alter table unit disable row level security" },
  {
    name: "the app may read sealed answers",
    tests: ["tests/integration/releases/publish.test.ts"],
    sql: "grant select on sealed_response to bearing_app",
  },
  {
    name: "the app may delete audit rows",
    tests: ["tests/db/privileges.test.ts"],
    sql: "grant delete on audit_event to bearing_app",
  },
];
