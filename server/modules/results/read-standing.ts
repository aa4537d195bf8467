import { STATE_CUT } from "#contracts/results.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { lockedTeams } from "./lock.ts";
import { listOwnUnits } from "./queries.ts";
import { readFrame } from "./read-frame.ts";
import { levelBelow, lowest, tops } from "./rules.ts";
import { toRow, toWaveOption } from "./views.ts";
import { visitQuestion } from "./visit-rules.ts";

/** Where the reader's part stands in the latest published wave. */
export type Standing = {
  waveId: string;
  label: string;
  closedOn: string;
  /** Of the reader's one unit, where it is shown; null for several. */
  answers: number | null;
  participation: number | null;
  /** Of the lowest rows with counted delivery: how many there are, and how many at the cut or above it. */
  counted: { of: number; high: number };
  /** One question per unit of the level below, in the order of the tree. */
  visits: { unitId: string; name: string; question: string; because: string }[];
};

/**
 * One read of the wave for everything that a leader's first page says about results besides the table. A team whose
 * supervisor is the reader, and whose own view comes first, is left out.
 *
 * @param own units whose supervisor asks
 */
export async function readStanding(scope: Scope<"result:read">, own: readonly string[]): Promise<Standing | null> {
  const opened = await readFrame(scope, { view: "team", statements: true });
  if (!opened) return null;
  const { frame, cells } = opened;
  const rows = cells.map((cell) => toRow(frame, cell));
  const counted = lowest(rows).flatMap(({ counted: cell }) => (cell.mark === "value" ? [cell.risk] : []));
  const roots = tops(await listOwnUnits(scope, scope.roots)).map(({ id }) => id);
  const [root] = roots.length === 1 ? rows.filter((row) => row.unitId === roots[0]) : [];
  const below = levelBelow(cells, roots).filter((cell) => !cell.direct && cell.kind !== "organisation");
  const mine = below.filter(({ path }) => path.some((id) => own.includes(id))).map(({ unitId }) => unitId);
  const locks = await lockedTeams(scope, mine);
  const { waveId, label, closedOn } = toWaveOption(frame.release, scope.organisation.zone);
  return {
    waveId,
    label,
    closedOn,
    answers: root?.answers ?? null,
    participation: root?.participation ?? null,
    counted: { of: counted.length, high: counted.filter((risk) => risk >= STATE_CUT).length },
    visits: below
      .filter(({ unitId }) => !locks.has(unitId))
      .map((cell) => ({ unitId: cell.unitId, name: cell.name, ...visitQuestion(toRow(frame, cell)) })),
  };
}
