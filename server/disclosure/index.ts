/** The only door from responses to numbers. */
export { countedShares, type DeliveryFacts, observedDeliveryRisk, ratingRisk } from "./counted.ts";
export { alerts, changeMark, descriptionInterval, gapBand, pairedSe } from "./intervals.ts";
export { type Published, publishWave } from "./publish.ts";
export { type Reading, readSum } from "./reading.ts";
export { meanReliability } from "./reliability.ts";
export { type Answer, countResponse, riskOf, roundHalfAway, scoreOf, SIXTIETHS } from "./scores.ts";
export { comparesWithOrganisation, leanWords, MAY_BE_SEEING, nearLineWords, stateOf } from "./states.ts";
export { withdrawWave } from "./withdraw.ts";
