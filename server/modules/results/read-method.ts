import type { Funnel, Method, ReadMethod, WaveFigures } from "#contracts/results-pages.ts";
import { AXES } from "#contracts/statements.ts";
import { comparisonSe, meanReliability, Z95 } from "#server/disclosure/index.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { funnelOf } from "./funnel-rules.ts";
import { countShown, findProof, listFunnelCells } from "./method-queries.ts";
import { listAsked, listPublished, type Published } from "./queries.ts";
import { choose } from "./read-frame.ts";
import { isPilot } from "./rules.ts";
import { toWaveOption } from "./views.ts";

/** Sizes of a group for which the method page says how reliable a lean is. */
const SIZES = [9, 30, 100, 300];
/** And from how many points a change is called clear. */
const COMPARED = [10, 20, 50, 100];

/**
 * How the figures are made, with a published wave's own numbers. Everybody in the organisation may read how it works; the
 * numbers of a wave are for those who read results somewhere, and the funnel holds the units they read.
 *
 * @param roots units below which the reader reads results; empty for none
 * @throws not_found for a wave that is not published
 */
export async function readMethod(
  scope: Scope<"organisation:read">,
  input: ReadMethod,
  roots: readonly string[],
): Promise<Method> {
  const all = await listPublished(scope);
  const published = roots.length > 0 ? all : [];
  const release = choose(published, input.waveId);
  return {
    figures: release && (await figuresOf(scope, release)),
    funnel: release ? await funnelsOf(scope, release, roots) : [],
    waves: published.map((p) => toWaveOption(p, scope.organisation.zone)),
    pilotStatements: isPilot(all),
  };
}

async function funnelsOf(scope: Scope, release: Published, roots: readonly string[]): Promise<Funnel[]> {
  const cells = await listFunnelCells(scope, release.releaseId);
  const organisation = cells.find((cell) => cell.kind === "organisation") ?? null;
  const units = cells.filter((cell) => cell.kind === "unit" && cell.path.some((id) => roots.includes(id)));
  const s = { direction: release.sDirection, delivery: release.sDelivery };
  return AXES.map((axis) => funnelOf(axis, organisation, units, s[axis])).filter((funnel) => funnel !== null);
}

async function figuresOf(scope: Scope, release: Published): Promise<WaveFigures> {
  const { statistics, sDirection, sDelivery } = release;
  const leanIcc1 = statistics.leanIcc1 ?? null;
  const [shown, proof, asked] = await Promise.all([
    countShown(scope, release.releaseId),
    findProof(scope, release.releaseId),
    listAsked(scope, [release]),
  ]);
  const own = (asked.get(release.waveId)?.words.size ?? 0) > 0;
  return {
    wave: toWaveOption(release, scope.organisation.zone),
    answers: release.answers,
    k: release.k,
    k2: release.k2,
    s: { direction: sDirection, delivery: sDelivery },
    pooled: { direction: statistics.pooledDirection === 1, delivery: statistics.pooledDelivery === 1 },
    r: statistics.r ?? null,
    alpha: { direction: statistics.alphaDirection ?? null, delivery: statistics.alphaDelivery ?? null },
    differenceReliability: statistics.differenceReliability ?? null,
    leanIcc1,
    lean: SIZES.flatMap((answers) => {
      const reliability = meanReliability(leanIcc1, answers);
      return reliability === null ? [] : [{ answers, reliability }];
    }),
    shown,
    detectable: COMPARED.map((answers) => ({
      answers,
      direction: Z95 * comparisonSe(sDirection, answers, answers),
      delivery: Z95 * comparisonSe(sDelivery, answers, answers),
    })),
    receipt: proof?.receipt ?? null,
    inputHash: proof?.inputHash ?? null,
    checkedOn: proof && dateIn(scope.organisation.zone, proof.checkedAt),
    asked: own ? "own" : release.source === "import" ? "imported" : "standard",
  };
}
