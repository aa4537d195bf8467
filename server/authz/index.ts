export { alsoAllowed, enterOrganisation, type Member, mintScope } from "./mint.ts";
export {
  ABSOLUTE_HOURS,
  LONG_IDLE_MINUTES,
  SHORT_IDLE_MINUTES,
  SHORT_SESSION_ROLES,
} from "./roles.ts";
export { type Assignment, isInForce, permissionsSomewhere, rootsFor } from "./rules.ts";
export { needsShortSession } from "./short-sessions.ts";
export { asSystem, listLiveOrganisations, narrowed, organisationIdBySlug } from "./system.ts";
export { within } from "./within.ts";
