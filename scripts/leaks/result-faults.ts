import { edit, type Fault } from "./fault.ts";

const whoSees = ["tests/integration/assessments/who-sees.test.ts"];

/** What may be shown of answers and assessments. */
export const disclosureFaults: Fault[] = [
  {
    name: "statements are shown from k instead of ten people on",
    tests: ["server/disclosure/rule.test.ts", "server/disclosure/release.test.ts"],
    edits: [edit("server/disclosure/rule.ts", "const k2 = Math.max(K2_MINIMUM, k);", "const k2 = k;")],
  },
  {
    name: "the second pattern is not nested in the first",
    tests: ["server/disclosure/rule.test.ts", "server/disclosure/release.test.ts"],
    edits: [
      edit(
        "server/disclosure/rule.ts",
        "suppress(tree, k2, hiddenBefore.second, first)",
        "suppress(tree, k2, hiddenBefore.second)",
      ),
    ],
  },
  {
    name: "results come out although the audit failed",
    tests: ["server/disclosure/release.test.ts"],
    edits: [edit("server/disclosure/release.ts", 'release: audit.verdict === "passed" ? release : null', "release")],
  },
  {
    name: "results of a wave that is still open are published",
    tests: ["tests/integration/releases/publish.test.ts"],
    edits: [
      edit(
        "server/disclosure/publish.ts",
        'if (found.status !== "sealed") throw',
        'if (found.status === "draft") throw',
      ),
    ],
  },
  {
    name: "withdrawn results stay readable",
    tests: ["tests/integration/results/visible-rows.test.ts"],
    edits: [
      edit(
        "server/modules/results/queries.ts",
        '        eq(wave.status, "published"),\n        eq(release.status, "published"),\n',
        "",
      ),
    ],
  },
  {
    name: "the line sees an assessment before the wave has closed",
    tests: whoSees,
    edits: [
      edit(
        "server/modules/assessments/read-assessment.ts",
        'if (!isClosed(wave.status as WaveStatus)) return { state: "open" };',
        'if (!isClosed(wave.status as WaveStatus) && !frozen) return { state: "open" };',
      ),
    ],
  },
  {
    name: "the line sees the assessment of a small team",
    tests: whoSees,
    edits: [
      edit(
        "server/modules/assessments/read-assessment.ts",
        "if (!frozen || (frozen.headcount ?? 0) < PEOPLE_FOR_A_TEAM)",
        "if (!frozen || PEOPLE_FOR_A_TEAM < 0)",
      ),
    ],
  },
  {
    name: "the line gets the twelve answers",
    tests: whoSees,
    edits: [
      edit(
        "server/modules/assessments/read-assessment.ts",
        "    risks: toRisks(row),\n",
        "    risks: toRisks(row),\n    answers: row.answers,\n",
      ),
      edit(
        "contracts/assessments.ts",
        '    state: z.literal("given"),\n',
        '    state: z.literal("given"),\n    answers: z.array(StatementAnswer).nullable(),\n',
      ),
    ],
  },
  {
    name: "earlier results are shown before the own view",
    tests: ["tests/integration/results/own-team.test.ts"],
    edits: [edit("server/modules/results/lock.ts", "if (!open) return locks;", "if (!open || inArray) return locks;")],
  },
];

/** What is written down about who did what. */
export const auditFaults: Fault[] = [
  {
    name: "commands leave no audit row",
    tests: ["tests/integration/people/roles.test.ts"],
    edits: [
      edit(
        "server/kernel/command.ts",
        "    await writeAudit(scope, action, Array.isArray(audit) ? audit : [audit as AuditRecord]);\n",
        "",
      ),
    ],
  },
  {
    name: "one command forgets its audit record",
    tests: ["types"],
    edits: [
      edit(
        "server/modules/audit/record-export.ts",
        "  audit: {\n    subjectId: null,",
        "  noted: {\n    subjectId: null,",
      ),
    ],
  },
  {
    name: "joining another organisation is not written down",
    tests: ["tests/integration/sessions/links.test.ts"],
    edits: [
      edit(
        "server/modules/accounts/accept-invitation.ts",
        "  await writeAudit(\n",
        "  ((..._unread: unknown[]) => writeAudit)(\n",
      ),
    ],
  },
  {
    name: "publishing is not written down",
    tests: ["tests/integration/releases/publish.test.ts"],
    edits: [
      edit(
        "server/modules/releases/publish-release.ts",
        '    await writeAudit(scope, "release.publish", [',
        '    ((..._unread: unknown[]) => writeAudit)(scope, "release.publish", [',
      ),
    ],
  },
  {
    name: "suspending an organisation is not told to its HR",
    tests: ["tests/integration/organisations/organisations.test.ts"],
    edits: [
      edit(
        "server/modules/organisations/change-organisation-status.ts",
        "  await addSecurityEvent(tx, { orgId: changed.id, accountId, kind });\n",
        "",
      ),
    ],
  },
  {
    name: "a refusal leaves no event",
    tests: ["tests/integration/audit/audit.test.ts"],
    edits: [
      edit(
        "server/api/procedures.ts",
        'if (known?.kind === "forbidden" || known?.kind === "not_found") {',
        'if (known?.kind === "invalid") {',
      ),
    ],
  },
  {
    name: "the audit trail quotes a private note",
    tests: whoSees,
    edits: [
      edit(
        "server/modules/assessments/save-note.ts",
        "audit: { subjectId: row.id, subject: team.name } };",
        "audit: { subjectId: row.id, subject: team.name, after: { note: input.note } } };",
      ),
    ],
  },
  {
    name: "a formula leaves in an exported file",
    tests: ["server/modules/audit/rules.test.ts"],
    edits: [edit("server/modules/audit/rules.ts", 'quote(neutralise(cell ?? ""))', 'quote(cell ?? "")')],
  },
  {
    name: "a module reads answers past the door",
    tests: ["tests/architecture/import-rules.test.ts", "tests/architecture/responses-tables.test.ts"],
    edits: [
      edit(
        "server/modules/results/own-rules.ts",
        'import type { RiskCell } from "#contracts/results.ts";\n',
        'import type { RiskCell } from "#contracts/results.ts";\nimport { sealedResponse } from "#db/schema/responses.ts";\n\nexport const answersOf = sealedResponse;\n',
      ),
    ],
  },
];
