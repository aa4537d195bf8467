import type { Sql } from "postgres";
import { TABLES } from "./inventory.ts";

export type CatalogBreach = { object: string; breach: string };

/** Keys of tenant tables that may point at a global table without org_id in front. */
const GLOBAL_TARGETS = new Set(
  Object.entries(TABLES)
    .filter(([, entry]) => entry.kind === "global")
    .map(([name]) => name),
);

/**
 * Reads the live catalogue of our schemas and lists what the three tenant locks do not allow. Run at start and in tests:
 * the schema files say what we meant, the catalogue what the database will do.
 *
 * Not looked at: the schemas `pgboss` (the job queue's own tables; payloads carry ids only) and `drizzle` (the list of
 * applied migrations). The one allowance inside ours: a key of a tenant table to a global table of the inventory.
 */
export async function auditCatalog(sql: Sql): Promise<CatalogBreach[]> {
  const [tables, views, functions, keys, roles] = await Promise.all([
    sql<{ name: string; rls: boolean; forced: boolean; owner: string; policies: string[] | null }[]>`
      select c.relname as name, c.relrowsecurity as rls, c.relforcerowsecurity as forced,
        pg_get_userbyid(c.relowner) as owner,
        (select array_agg(case when p.polpermissive then 'permissive:' else 'restrictive:' end || p.polname)
           from pg_policy p where p.polrelid = c.oid) as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'app') and c.relkind in ('r', 'p')`,
    sql<{ name: string; kind: string; invoker: boolean }[]>`
      select c.relname as name, c.relkind as kind,
        coalesce('security_invoker=true' = any(c.reloptions) or 'security_invoker=on' = any(c.reloptions), false) as invoker
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'app') and c.relkind in ('v', 'm')`,
    sql<{ name: string; pinned: boolean; open: boolean }[]>`
      select p.proname as name,
        exists (select 1 from unnest(coalesce(p.proconfig, '{}')) s where s like 'search_path=%') as pinned,
        has_function_privilege('bearing_app', p.oid, 'execute') as open
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('public', 'app') and p.prosecdef`,
    sql<{ table: string; key: string; type: string; first: string; target: string | null }[]>`
      select t.relname as table, con.conname as key, con.contype as type, target.relname as target,
        (select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = con.conkey[1]) as first
      from pg_constraint con
      join pg_class t on t.oid = con.conrelid join pg_namespace n on n.oid = t.relnamespace
      left join pg_class target on target.oid = con.confrelid
      where n.nspname = 'public' and con.contype in ('p', 'u', 'f')
      union all
      select t.relname, i.relname, 'i', null,
        (select a.attname from pg_attribute a where a.attrelid = t.oid and a.attnum = x.indkey[0])
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public' and x.indisunique
        and not exists (select 1 from pg_constraint con where con.conindid = x.indexrelid)`,
    sql<{ name: string; rolsuper: boolean; rolbypassrls: boolean; owns: number }[]>`
      select r.rolname as name, r.rolsuper, r.rolbypassrls,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
      from pg_roles r where r.rolname in ('bearing_app', 'bearing_respondent', 'bearing_releaser', 'bearing_vault')`,
  ]);

  const breaches: CatalogBreach[] = [];
  const report = (object: string, breach: string) => breaches.push({ object, breach });

  for (const t of tables) {
    const entry = TABLES[t.name];
    if (!entry) report(t.name, "is not in the inventory");
    if (!t.rls) report(t.name, "has row-level security switched off");
    if (!t.forced) report(t.name, "does not force row-level security on its owner");
    if (entry?.kind === "tenant" && !t.policies?.includes("restrictive:tenant")) report(t.name, "has no tenant policy");
  }
  for (const name of Object.keys(TABLES)) {
    if (!tables.some((t) => t.name === name)) report(name, "is in the inventory but not in the database");
  }
  for (const v of views) {
    if (v.kind === "m") report(v.name, "is a materialised view: policies do not reach it");
    else if (!v.invoker) report(v.name, "is a view without security_invoker");
  }
  for (const f of functions) {
    if (!f.pinned) report(f.name, "is SECURITY DEFINER without a pinned search_path");
    // The vault's functions are the respondent's alone; a revoke that came too late has left one open before.
    if (f.open) report(f.name, "is SECURITY DEFINER and open to the app role");
  }
  for (const k of keys) {
    if (TABLES[k.table]?.kind !== "tenant" || k.first === "org_id") continue;
    if (k.type === "f" && k.target !== null && GLOBAL_TARGETS.has(k.target)) continue;
    report(k.table, `has a key that does not begin with org_id: ${k.key}`);
  }
  for (const r of roles) {
    if (r.rolsuper) report(r.name, "is a superuser");
    if (r.rolbypassrls) report(r.name, "bypasses row-level security");
    if (r.owns > 0) report(r.name, "owns tables");
  }
  return breaches;
}
