import type { Method, ReadMethod, WaveFigures } from "#contracts/results-pages.ts";
import { meanReliability } from "#server/disclosure/index.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listPublished, type Published } from "./queries.ts";
import { choose } from "./read-frame.ts";
import { isPilot } from "./rules.ts";
import { toWaveOption } from "./views.ts";

/** Sizes of a group for which the method page says how reliable a lean is. */
const SIZES = [9, 30, 100, 300];

/**
 * How the figures are made, with a published wave's own numbers. Everybody in the organisation may read how it works; the
 * numbers of a wave are for those who read results somewhere.
 *
 * @param readsResults whether the reader holds result:read anywhere
 * @throws not_found for a wave that is not published
 */
export async function readMethod(
  scope: Scope<"organisation:read">,
  input: ReadMethod,
  readsResults: boolean,
): Promise<Method> {
  const all = await listPublished(scope);
  const published = readsResults ? all : [];
  const release = choose(published, input.waveId);
  return {
    figures: release && figuresOf(release, scope.organisation.zone),
    waves: published.map((p) => toWaveOption(p, scope.organisation.zone)),
    pilotStatements: isPilot(all),
  };
}

function figuresOf(release: Published, zone: string): WaveFigures {
  const { statistics } = release;
  const leanIcc1 = statistics.leanIcc1 ?? null;
  return {
    wave: toWaveOption(release, zone),
    answers: release.answers,
    k: release.k,
    k2: release.k2,
    s: { direction: release.sDirection, delivery: release.sDelivery },
    pooled: { direction: statistics.pooledDirection === 1, delivery: statistics.pooledDelivery === 1 },
    r: statistics.r ?? null,
    alpha: { direction: statistics.alphaDirection ?? null, delivery: statistics.alphaDelivery ?? null },
    differenceReliability: statistics.differenceReliability ?? null,
    leanIcc1,
    lean: SIZES.flatMap((answers) => {
      const reliability = meanReliability(leanIcc1, answers);
      return reliability === null ? [] : [{ answers, reliability }];
    }),
  };
}
