import type { FurtherStatement } from "#contracts/results-pages.ts";
import { limitOf, roundHalfAway, scoreOf } from "#server/disclosure/formulas.ts";

/** A stored sum of one further statement at one node. */
export type FurtherSum = { code: string; unitId: string; n: number; sum: number };

/** A limit is kept in terms of risk; agreement is its other end. */
const TURNED = { or_more: "or_less", or_less: "or_more" } as const;

/**
 * What a wave asked beside the twelve, at one unit and in the whole organisation.
 * @param asked in the order in which people read them
 * @param organisationId null on the organisation's own page, and where it is not known
 */
export function furtherOf(
  asked: readonly { code: string; words: string }[],
  sums: readonly FurtherSum[],
  unitId: string,
  organisationId: string | null,
): FurtherStatement[] {
  const at = (code: string, id: string | null) => sums.find((row) => row.code === code && row.unitId === id) ?? null;
  return asked.map(({ code, words }) => {
    const own = at(code, unitId);
    const limit = own && limitOf(own.n, own.sum);
    return {
      code,
      words,
      agreement: agreementOf(own),
      limit: limit && TURNED[limit],
      organisation: unitId === organisationId ? null : agreementOf(at(code, organisationId)),
    };
  });
}

function agreementOf(row: FurtherSum | null): number | null {
  const score = row && scoreOf(row);
  return score === null ? null : roundHalfAway(score);
}
