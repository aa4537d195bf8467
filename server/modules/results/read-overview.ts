import type { Overview, UnitStep } from "#contracts/results-pages.ts";
import { AXES } from "#contracts/statements.ts";
import { ALERT_N } from "#server/disclosure/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { findOpenWave } from "#server/modules/waves/index.ts";
import { otherStatements, sameAxis } from "./asked-rules.ts";
import { clearChanges, expectedFalse } from "./change-rules.ts";
import { countTeams, listWithoutSupervisor, readWaiting } from "./coverage-queries.ts";
import { listAsked, listComing, listLargeUnits, listOwnUnits, type Published } from "./queries.ts";
import { readFrame, toTable } from "./read-frame.ts";
import { levelBelow, nextOf, tops } from "./rules.ts";

const CHANGES = 8;

const NOTHING = { changes: [], changesByChance: { named: 0, falseExpected: 0 }, compared: [] };

/** The senior leader's first page: the level below, what clearly changed, and where help is needed. */
export async function readOverview(scope: Scope<"result:read">): Promise<Overview> {
  const [opened, roots, teams, withoutSupervisor, open, coming] = await Promise.all([
    readFrame(scope, { view: "team" }),
    listOwnUnits(scope, scope.roots).then(tops),
    countTeams(scope),
    listWithoutSupervisor(scope),
    findOpenWave(scope),
    listComing(scope),
  ]);
  const before = opened?.published[opened.published.indexOf(opened.frame.release) + 1] ?? null;
  const [since, waiting] = await Promise.all([
    opened && before ? changesIn(scope, opened.frame.release, before) : NOTHING,
    open ? readWaiting(scope, open.id) : null,
  ]);
  const ids = roots.map(({ id }) => id);
  return {
    organisationName: scope.organisation.name,
    table: opened && toTable(scope, opened, levelBelow(opened.cells, ids)),
    roots: roots.map(({ id, name }): UnitStep => ({ unitId: id, name })),
    answers: (ids.length === 1 && opened?.units.get(ids[0] ?? "")?.n) || null,
    since: before?.label ?? null,
    ...since,
    teams,
    withoutSupervisor,
    open: open && waiting ? { label: open.label, ...waiting } : null,
    next: nextOf(coming),
  };
}

async function changesIn(
  scope: Scope,
  release: Published,
  before: Published,
): Promise<Pick<Overview, "changes" | "changesByChance" | "compared">> {
  const [now, then, asked] = await Promise.all([
    listLargeUnits(scope, release.releaseId, ALERT_N),
    listLargeUnits(scope, before.releaseId, ALERT_N),
    listAsked(scope, [release, before]),
  ]);
  const others = otherStatements(asked.get(release.waveId)!, asked.get(before.waveId)!);
  const axes = AXES.filter((axis) => sameAxis(others, axis));
  const all = clearChanges(now, then, { now: release, before }, axes);
  return {
    changes: all
      .filter((change) => scope.everywhere || change.path.some((id) => scope.roots.includes(id)))
      .slice(0, CHANGES)
      .map(({ path: _, ...change }) => change),
    changesByChance: { named: all.length, falseExpected: expectedFalse(all.length) },
    compared: axes,
  };
}
