export { readCoverage } from "./read-coverage.ts";
