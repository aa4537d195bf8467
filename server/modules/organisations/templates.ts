import type { OrganisationTemplate } from "#contracts/organisations.ts";

/** First level of each template: code and name. Meant to be renamed. */
export const TEMPLATE_UNITS: Record<OrganisationTemplate, readonly (readonly [code: string, name: string])[]> = {
  council: [
    ["ASC", "Adult social care"],
    ["CHI", "Children's services"],
    ["HOU", "Housing"],
    ["PLA", "Planning and environment"],
    ["RES", "Resources"],
  ],
  nhs_trust: [
    ["MED", "Medicine"],
    ["SUR", "Surgery"],
    ["WCH", "Women and children"],
    ["CLI", "Clinical support"],
    ["COR", "Corporate services"],
  ],
  department: [
    ["POL", "Policy"],
    ["OPS", "Operations"],
    ["DIG", "Digital"],
    ["FIN", "Finance and commercial"],
  ],
  empty: [],
};
