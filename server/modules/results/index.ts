export { readTable } from "./read-table.ts";
export { readTrend } from "./read-trend.ts";
