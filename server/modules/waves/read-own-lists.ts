import { and, asc, eq, inArray } from "drizzle-orm";
import type { OwnLists } from "#contracts/members.ts";
import { unit } from "#db/schema/register.ts";
import { wave } from "#db/schema/waves.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listMembersOf } from "#server/modules/register/index.ts";
import { listLists } from "./list-queries.ts";
import { localOf } from "./local-time-rules.ts";
import { listGroupTeams } from "./pulse-queries.ts";
import type { WaveRow } from "./queries.ts";
import { parentIn } from "./rules.ts";
import { toTogether } from "./views.ts";

const LISTED = 40;

/**
 * The lists that somebody keeps themselves: of the teams they run and of the people directly in a unit they lead. With the
 * wave that waits for them to be confirmed, or the next planned one, for which teams may propose to report together.
 */
export async function readOwnLists(scope: Scope<"member:confirm">): Promise<OwnLists> {
  const orgId = scope.organisation.id;
  const [units, next] = await Promise.all([
    scope.tx
      .select({ unitId: unit.id, name: unit.name, code: unit.code, kind: unit.kind, path: unit.path })
      .from(unit)
      .where(and(eq(unit.orgId, orgId), eq(unit.status, "live"), inArray(unit.id, [...scope.roots])))
      .orderBy(asc(unit.name), asc(unit.id))
      .limit(LISTED),
    findNext(scope),
  ]);
  const ids = units.map((u) => u.unitId);
  const confirming = next?.status === "confirming";
  const [members, lists, siblings, groups] = await Promise.all([
    listMembersOf(scope, ids),
    next && confirming ? listLists(scope, next.id) : [],
    next && !confirming
      ? listSiblings(
          scope,
          units.filter((u) => u.kind === "team").map((u) => u.path),
        )
      : [],
    next && !confirming ? listGroupTeams(scope, next.id) : [],
  ]);
  const listOf = new Map(lists.map((list) => [list.unitId, list]));
  const together = toTogether(groups).filter((group) => group.teams.some((team) => ids.includes(team.unitId)));
  return {
    wave: next && {
      waveId: next.id,
      label: next.label,
      confirming,
      opensAt: next.opensAt && localOf(next.opensAt, scope.organisation.zone),
    },
    lists: units
      .map(({ unitId, name, code, kind, path }) => ({
        unitId,
        name,
        code,
        isTeam: kind === "team",
        inWave: listOf.has(unitId),
        confirmedBy: listOf.get(unitId)?.confirmedBy ?? null,
        members: members.filter((m) => m.unitId === unitId).map(({ unitId: _, ...member }) => member),
        siblings: siblings
          .filter((s) => kind === "team" && s.unitId !== unitId && parentIn(s.path) === parentIn(path))
          .map((s) => ({ unitId: s.unitId, name: s.name })),
      }))
      // A unit where nobody sits directly has no list to keep.
      .filter((list) => list.isTeam || list.members.length > 0),
    together,
  };
}

/** The wave whose lists are being confirmed, else the next planned pulse. */
async function findNext(scope: Scope): Promise<WaveRow | null> {
  const rows = await scope.tx
    .select()
    .from(wave)
    .where(
      and(
        eq(wave.orgId, scope.organisation.id),
        eq(wave.source, "pulse"),
        inArray(wave.status, ["confirming", "draft"]),
      ),
    )
    .orderBy(asc(wave.createdAt));
  return rows.find((row) => row.status === "confirming") ?? rows[0] ?? null;
}

/** Live teams that stand beside these. */
async function listSiblings(scope: Scope, paths: readonly string[][]) {
  const parents = new Set(paths.flatMap((path) => parentIn(path) ?? []));
  if (parents.size === 0) return [];
  const teams = await scope.tx
    .select({ unitId: unit.id, name: unit.name, path: unit.path })
    .from(unit)
    .where(and(eq(unit.orgId, scope.organisation.id), eq(unit.status, "live"), eq(unit.kind, "team")))
    .orderBy(asc(unit.name));
  return teams.filter((team) => parents.has(parentIn(team.path) ?? ""));
}
