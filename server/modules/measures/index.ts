export { applyMeasure } from "./apply-measure.ts";
export { checkMeasure } from "./check-measure.ts";
export { listMeasures } from "./list-measures.ts";
export { readColumns } from "./read-columns.ts";
export { removeMeasure } from "./remove-measure.ts";
