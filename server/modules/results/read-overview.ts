import type { Overview, UnitStep } from "#contracts/results-pages.ts";
import { ALERT_N } from "#server/disclosure/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findOpenWave } from "#server/modules/waves/index.ts";
import { clearChanges } from "./change-rules.ts";
import { countTeams, listWithoutSupervisor, readWaiting } from "./coverage-queries.ts";
import { listComing, listLargeUnits, listOwnUnits, type Published } from "./queries.ts";
import { readFrame, toTable } from "./read-frame.ts";
import { levelBelow, nextOf } from "./rules.ts";

const CHANGES = 8;

/** The senior leader's first page: the level below, what clearly changed, and where help is needed. */
export async function readOverview(scope: Scope<"result:read">): Promise<Overview> {
  const [opened, roots, teams, withoutSupervisor, open, coming] = await Promise.all([
    readFrame(scope, { view: "team" }),
    listOwnUnits(scope, scope.roots),
    countTeams(scope),
    listWithoutSupervisor(scope),
    findOpenWave(scope),
    listComing(scope),
  ]);
  const before = opened?.published[opened.published.indexOf(opened.frame.release) + 1] ?? null;
  const [changes, waiting] = await Promise.all([
    opened && before ? changesIn(scope, opened.frame.release, before) : [],
    open ? readWaiting(scope, open.id) : null,
  ]);
  return {
    organisationName: scope.organisation.name,
    table: opened && toTable(scope, opened, levelBelow(opened.cells, scope.roots)),
    roots: roots.map(({ id, name }): UnitStep => ({ unitId: id, name })),
    answers: (scope.roots.length === 1 && opened?.units.get(scope.roots[0] ?? "")?.n) || null,
    since: before?.label ?? null,
    changes,
    teams,
    withoutSupervisor,
    open: open && waiting ? { label: open.label, ...waiting } : null,
    next: nextOf(coming),
  };
}

async function changesIn(scope: Scope, release: Published, before: Published): Promise<Overview["changes"]> {
  const [now, then] = await Promise.all([
    listLargeUnits(scope, release.releaseId, ALERT_N),
    listLargeUnits(scope, before.releaseId, ALERT_N),
  ]);
  return clearChanges(now, then, { now: release, before })
    .filter((change) => scope.everywhere || change.path.some((id) => scope.roots.includes(id)))
    .slice(0, CHANGES)
    .map(({ path: _, ...change }) => change);
}
