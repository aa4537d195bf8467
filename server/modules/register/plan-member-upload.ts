import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { MembersUpload } from "#contracts/members.ts";
import { unit } from "#db/schema/register.ts";
import { within } from "#server/authz/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listMembersOf } from "./member-queries.ts";
import { type MemberPlan, planMembers } from "./member-rules.ts";
import { membersFile } from "./members-file.ts";

/** Reads an uploaded file and holds it against the lists of today. The hash is of all that the plan rests on. */
export async function planMemberUpload(
  scope: Scope<"member:manage">,
  upload: MembersUpload,
): Promise<{ rows: number; plan: MemberPlan; hash: string }> {
  const bytes = Buffer.from(upload.content, "base64");
  const { rows, errors } = membersFile(bytes);
  const units = await scope.tx
    .select({ id: unit.id, code: unit.code, name: unit.name })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.status, "live"), within(scope, unit.path)))
    .orderBy(unit.name, unit.code);
  const named = new Set(rows.map((row) => row.teamCode));
  const now = await listMembersOf(
    scope,
    units.filter((u) => named.has(u.code)).map((u) => u.id),
  );
  const plan = planMembers(rows, units, now);
  plan.errors = [...errors, ...plan.errors].sort((a, b) => a.row - b.row);
  const state = now.map((m) => [m.memberId, m.unitId, m.name, m.email].join("\u0000")).sort();
  const hash = createHash("sha256")
    .update(bytes)
    .update(JSON.stringify([units, state]))
    .digest("hex");
  return { rows: rows.length, plan, hash };
}
