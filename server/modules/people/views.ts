import type { AssignmentView, PersonRow, PersonStatus } from "#contracts/people.ts";
import type { UnitKind } from "#contracts/register.ts";
import type { Role } from "#contracts/roles.ts";
import type { AssignmentRow } from "./queries.ts";
import { assignmentState } from "./rules.ts";

export const toAssignmentView = (row: AssignmentRow, today: string): AssignmentView => ({
  id: row.id,
  role: row.role as Role,
  unitId: row.unitId,
  unitName: row.unitName,
  unitKind: row.unitKind as UnitKind,
  startsOn: row.startsOn,
  endsOn: row.endsOn,
  state: assignmentState({ ...row, revoked: row.revokedAt !== null }, today),
  deputyFor: row.deputyFor,
});

export const toPersonRow = (
  row: { id: string; name: string; email: string; status: string },
  roles: AssignmentRow[],
): PersonRow => ({
  id: row.id,
  name: row.name,
  email: row.email,
  status: row.status as PersonStatus,
  roles: roles.map((r) => ({ role: r.role as Role, unitName: r.unitName, isDeputy: r.deputyOf !== null })),
});
