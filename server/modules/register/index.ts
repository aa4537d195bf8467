export { applyStructureRows } from "./apply-structure-rows.ts";
