import { and, eq, isNull } from "drizzle-orm";
import { membership, person, roleAssignment } from "#db/schema/people.ts";
import { unit } from "#db/schema/register.ts";
import { asSystem } from "#server/authz/index.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { changeSettings, createOrganisation } from "#server/modules/organisations/index.ts";
import { applyStructureRows } from "#server/modules/register/index.ts";
import type { Calendar } from "../calendar.ts";
import type { Cast } from "../cast.ts";
import { emailAt } from "../story.ts";
import { takeInvitation } from "./accounts.ts";
import { type Actor, act, clockAt } from "./acting.ts";

/** An organisation that stands: who runs it, and where its units and supervisors are to be found. */
export type Planted = {
  cast: Cast;
  calendar: Calendar;
  orgId: string;
  rootUnitId: string;
  hr: Actor;
  /** By code. */
  unitIds: ReadonlyMap<string, string>;
  /** Person in charge of a team, by the team's code; changes when somebody takes a team over. */
  supervisorIds: Map<string, string>;
};

/** Makes the organisation, gives its HR admin a password, and writes the structure with its supervisors. */
export async function plantOrganisation(cast: Cast, calendar: Calendar, operatorId: string): Promise<Planted> {
  const { story } = cast;
  const at = calendar.begins;
  const clock = clockAt(at);
  const [founder] = story.accounts;
  const hrEmail = emailAt(story, founder.address);
  const made = await inTransaction({}, (tx) =>
    createOrganisation(
      { accountId: operatorId, name: "Demo", tx, clock },
      { name: story.name, slug: story.slug, template: "empty", hrName: founder.name, hrEmail },
      { demo: true },
    ),
  );
  if (made.invitation.path) await takeInvitation(made.invitation.path, at);
  const accountId = await inTransaction({ orgId: made.id }, async (tx) => {
    const [found] = await tx.select().from(membership).where(eq(membership.orgId, made.id));
    if (!found) throw new Error(`${story.slug} has no HR admin`);
    return found.accountId;
  });
  const hr = { slug: story.slug, accountId };
  await act(hr, "setting:manage", at, (scope) =>
    changeSettings(scope, {
      teamRegistration: "approve",
      zone: scope.organisation.zone,
      hrContact: `${founder.name}, ${hrEmail}`,
      k: 5,
    }),
  );
  if (cast.nodes.length > 0) await act(hr, "unit:manage", at, (scope) => applyStructureRows(scope, structureOf(cast)));
  return { cast, calendar, orgId: made.id, rootUnitId: made.rootUnitId, hr, ...(await readPlaces(made.id)) };
}

function structureOf(cast: Cast) {
  const supervisorOf = new Map(cast.teams.map((team) => [team.code, team.supervisor.email]));
  return cast.nodes.map(({ code, name, kind, parentCode, headcount, pattern }) => ({
    code,
    name,
    kind,
    parentCode,
    headcount,
    workingPattern: pattern,
    supervisorEmail: supervisorOf.get(code) ?? null,
  }));
}

async function readPlaces(orgId: string): Promise<Pick<Planted, "unitIds" | "supervisorIds">> {
  return asSystem("Demo", "unit:read", orgId, async ({ tx }) => {
    const units = await tx.select({ id: unit.id, code: unit.code }).from(unit).where(eq(unit.orgId, orgId));
    const supervisors = await tx
      .select({ code: unit.code, personId: roleAssignment.personId })
      .from(roleAssignment)
      .innerJoin(unit, and(eq(unit.orgId, roleAssignment.orgId), eq(unit.id, roleAssignment.unitId)))
      .where(
        and(eq(roleAssignment.orgId, orgId), eq(roleAssignment.role, "supervisor"), isNull(roleAssignment.revokedAt)),
      );
    return {
      unitIds: new Map(units.map((u) => [u.code, u.id])),
      supervisorIds: new Map(supervisors.map((s) => [s.code, s.personId])),
    };
  });
}

export function unitNamed(planted: Planted, name: string): string {
  const id = planted.unitIds.get(planted.cast.codeOf(name));
  if (!id) throw new Error(`${name} was not written`);
  return id;
}

/** A person of the organisation by address; null when the organisation does not know it. */
export function findPerson(planted: Planted, email: string) {
  return asSystem("Demo", "person:read", planted.orgId, async ({ tx }) => {
    const [found] = await tx
      .select({ id: person.id, accountId: person.accountId })
      .from(person)
      .where(and(eq(person.orgId, planted.orgId), eq(person.email, email)));
    return found ?? null;
  });
}
