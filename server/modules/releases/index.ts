export { listReleaseCells, type ReleaseLine } from "./list-release-cells.ts";
export { publishRelease } from "./publish-release.ts";
export { withdrawRelease } from "./withdraw-release.ts";
