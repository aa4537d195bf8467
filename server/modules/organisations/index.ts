export { createFurtherOrganisation } from "./create-further-organisation.ts";
export { createOrganisation } from "./create-organisation.ts";
export { installOrganisation } from "./install-organisation.ts";
export { listInstalledOrganisations } from "./list-installed-organisations.ts";
export { readHome } from "./read-home.ts";
export { reinstateOrganisation } from "./reinstate-organisation.ts";
export { suspendOrganisation } from "./suspend-organisation.ts";
