export { readHome } from "./read-home.ts";
export { createOrganisation } from "./create-organisation.ts";
