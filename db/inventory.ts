/** tenant: carries org_id under the tenant policy. global: readable before a tenant is known, with a written reason. */
export type TableEntry = { kind: "tenant" } | { kind: "global"; reason: string };

/** Every table of our schema, exactly once; a test holds this and `db/schema` together. */
export const TABLES: Record<string, TableEntry> = {
  organisation: { kind: "global", reason: "looked up by slug before a tenant is set; own-membership policy" },
  account: { kind: "global", reason: "a sign-in may belong to several organisations; own-account policy" },
  operator: { kind: "global", reason: "belongs to the installation, not to an organisation; own-account policy" },
  session: { kind: "global", reason: "looked up by its secret before anything is known; own-session policy" },
  account_token: { kind: "global", reason: "looked up by its secret before an account is signed in" },
  sign_in_attempt: { kind: "global", reason: "counts attempts on accounts that may not exist; hashes only" },
  security_event: { kind: "global", reason: "refusals before a tenant is known; readable only under its tenant" },
  membership: { kind: "global", reason: "which organisations an account may open; own-account or tenant policy" },
  person: { kind: "tenant" },
  role_assignment: { kind: "tenant" },
  unit: { kind: "tenant" },
  unit_placement: { kind: "tenant" },
  organisation_setting: { kind: "tenant" },
  team_registration: { kind: "tenant" },
  wave: { kind: "tenant" },
  wave_unit: { kind: "tenant" },
  assessment: { kind: "tenant" },
  assessment_note: { kind: "tenant" },
  team_event: { kind: "tenant" },
  sealed_response: { kind: "tenant" },
  release_audit: { kind: "tenant" },
  release: { kind: "tenant" },
  release_block: { kind: "tenant" },
  release_cell: { kind: "tenant" },
  release_measure: { kind: "tenant" },
  import_job: { kind: "tenant" },
  import_chunk: { kind: "tenant" },
  audit_event: { kind: "tenant" },
};
