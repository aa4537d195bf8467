import { ACTIONS } from "#content/actions/index.ts";
import type { Call, Lens } from "#contracts/calls.ts";
import { LEAD_VERBS, MANAGE_VERBS } from "#contracts/plans.ts";
import type { MirrorHalf } from "#contracts/reviews.ts";

const BOTH = ["lead_then_manage", "manage_then_lead", "too_close_to_call"] as const satisfies readonly Call[];
const ASKS: Record<Lens, ReadonlySet<Call>> = {
  lead: new Set<Call>(["lead", ...BOTH]),
  manage: new Set<Call>(["manage", ...BOTH]),
};
const VERBS: Record<Lens, readonly string[]> = { lead: LEAD_VERBS, manage: MANAGE_VERBS };

export type MirrorAction = { side: Lens; libraryId: string | null; closed: boolean };

/**
 * One half of the private mirror. The two halves are made alike and apart from each other: neither knows the other's
 * figures, and nothing joins them.
 *
 * @param calls what held, of the own calls of the last twelve months
 * @param actions the own actions of that time, of both sides; the other side's are left out
 */
export function mirrorHalf(side: Lens, calls: readonly Call[], actions: readonly MirrorAction[]): MirrorHalf {
  const own = actions.filter((action) => action.side === side);
  return {
    side,
    asked: calls.filter((call) => ASKS[side].has(call)).length,
    begun: own.length,
    closed: own.filter(({ closed }) => closed).length,
    suggestion: suggestionFor(side, own),
  };
}

/** The first action, not taken yet, of the kind that was used least; of equal ones the first in the library's order. */
function suggestionFor(side: Lens, own: readonly MirrorAction[]): string {
  const taken = new Set(own.map(({ libraryId }) => libraryId));
  const library = ACTIONS.filter((action) => action.side === side);
  const used = (verb: string) => library.filter((action) => action.verb === verb && taken.has(action.id)).length;
  const verbs = [...VERBS[side]].sort((a, b) => used(a) - used(b));
  for (const verb of verbs) {
    const next = library.find((action) => action.verb === verb && !taken.has(action.id));
    if (next) return next.id;
  }
  return library[0]?.id ?? "";
}
