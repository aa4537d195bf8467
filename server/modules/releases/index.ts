export { publishRelease } from "./publish-release.ts";
export { withdrawRelease } from "./withdraw-release.ts";
