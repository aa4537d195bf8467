import { AuditFilter, SecurityFilter } from "#contracts/audit.ts";

export type AuditTab = "changes" | "security";
export type AuditAddress = { tab: "changes"; filter: AuditFilter } | { tab: "security"; filter: SecurityFilter };

type Query = Record<string, string | string[] | undefined>;

/** The filter lives in the address, so that it can be sent to somebody and survives the back button. */
export function readAddress(query: Query): AuditAddress {
  const given = Object.fromEntries(
    Object.entries(query).flatMap(([key, value]) => (typeof value === "string" && value !== "" ? [[key, value]] : [])),
  );
  const kept = <T>(shape: Record<string, { safeParse(v: unknown): { success: boolean } }>): T =>
    Object.fromEntries(
      Object.entries(shape).flatMap(([key, schema]) =>
        given[key] !== undefined && schema.safeParse(given[key]).success ? [[key, given[key]]] : [],
      ),
    ) as T;
  return given.tab === "security"
    ? { tab: "security", filter: kept<SecurityFilter>(SecurityFilter.shape) }
    : { tab: "changes", filter: kept<AuditFilter>(AuditFilter.shape) };
}

export function toQuery(address: AuditAddress): string {
  const query = new URLSearchParams();
  if (address.tab === "security") query.set("tab", "security");
  for (const [key, value] of Object.entries(address.filter)) if (value) query.set(key, value);
  return query.toString();
}

/** Address of the file with the same filter. */
export function exportHref(org: string, address: AuditAddress): string {
  const query = new URLSearchParams({ what: address.tab });
  for (const [key, value] of Object.entries(address.filter)) if (value) query.set(key, value);
  return `/o/${org}/audit/export?${query}`;
}
