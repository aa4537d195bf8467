/** The pure half of the door: formulas of measurement, without a database behind them. Rules may use it. */
export { limitOf } from "./blocks.ts";
export { countedShares, observedDeliveryRisk } from "./counted.ts";
export { ALERT_N, ALERT_Q, alerts, changeMark, comparisonSe, gapBand, pairedSe } from "./intervals.ts";
export { Z95 } from "./normal.ts";
export { unitsShownAt } from "./preview.ts";
export { type Reading, readSum } from "./reading.ts";
export { meanReliability } from "./reliability.ts";
export { countResponse, riskDifference, riskOf, roundHalfAway, scoreOf, shownRisk } from "./scores.ts";
export { funnelLimits } from "./shrinkage.ts";
export { comparesWithOrganisation, leanWords, MAY_BE_SEEING, nearLineWords, stateOf } from "./states.ts";
export { directLeafId } from "./tree.ts";
