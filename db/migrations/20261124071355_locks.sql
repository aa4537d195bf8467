-- The second tenant lock and the grants. drizzle-kit knows neither FORCE, grants nor functions, so they stand here.
-- A later migration that adds a tenant table calls app.protect('<table>') and grants what its use-cases need.
create schema app;
--> statement-breakpoint
grant usage on schema app, public to bearing_app, bearing_respondent, bearing_releaser, bearing_vault;
--> statement-breakpoint
revoke create on schema public from public;
--> statement-breakpoint
-- Raises rather than returning NULL: a forgotten tenant must fail loudly. A transaction-local setting reads back as ''
-- on a pooled connection afterwards, hence the second test.
create function app.org_id() returns uuid language plpgsql stable parallel safe set search_path = pg_catalog as $$
declare v text := current_setting('app.org_id', true);
begin
  if v is null or v = '' then
    raise exception 'no tenant is set' using errcode = '28000';
  end if;
  return v::uuid;
end $$;
--> statement-breakpoint
create function app.org_or_null() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.org_id', true), '')::uuid $$;
--> statement-breakpoint
create function app.account_or_null() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.account_id', true), '')::uuid $$;
--> statement-breakpoint
create function app.person_or_null() returns uuid language sql stable parallel safe as
  $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;
--> statement-breakpoint
create function app.setting(name text) returns text language sql stable parallel safe as
  $$ select nullif(current_setting('app.' || name, true), '') $$;
--> statement-breakpoint
-- Tenant policy RESTRICTIVE (permissive ones are OR-ed), evaluated once through the sub-select.
create function app.protect(tbl regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', tbl);
  execute format('alter table %s force row level security', tbl);
  execute format('create policy tenant on %s as restrictive for all to public using (org_id = (select app.org_id())) with check (org_id = (select app.org_id()))', tbl);
  execute format('create policy app_role on %s as permissive for all to bearing_app using (true) with check (true)', tbl);
end $$;
--> statement-breakpoint
revoke execute on function app.protect(regclass) from public;
--> statement-breakpoint
select app.protect(t::regclass) from unnest(array[
  'person', 'role_assignment', 'unit', 'unit_placement', 'organisation_setting', 'wave', 'wave_unit', 'assessment',
  'assessment_note', 'team_event', 'sealed_response', 'release_audit', 'release', 'release_block', 'release_cell',
  'release_measure', 'import_job', 'import_chunk', 'audit_event'
]) as t;
--> statement-breakpoint
-- A private note is its author's alone, whatever a query forgets.
create policy author on assessment_note as restrictive for all to public
  using (person_id = (select app.person_or_null())) with check (person_id = (select app.person_or_null()));
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['organisation', 'account', 'operator', 'session', 'account_token', 'sign_in_attempt', 'security_event', 'membership'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
end $$;
--> statement-breakpoint
create policy own on operator for select to bearing_app using (account_id = (select app.account_or_null()));
--> statement-breakpoint
-- The first operator is made by a command of the installation, never through the product.
create policy installation on operator for all to bearing_migrator using (true) with check (true);
--> statement-breakpoint
create function app.is_operator() returns boolean language sql stable as
  $$ select exists (select 1 from public.operator o where o.account_id = app.account_or_null()) $$;
--> statement-breakpoint
create policy own on membership for all to bearing_app
  using (account_id = (select app.account_or_null()) or org_id = (select app.org_or_null()))
  with check (org_id = (select app.org_or_null()));
--> statement-breakpoint
create policy own on organisation for select to bearing_app using (
  id = (select app.org_or_null())
  or (select app.is_operator())
  or exists (select 1 from membership m where m.org_id = organisation.id and m.account_id = (select app.account_or_null()))
);
--> statement-breakpoint
create policy create_new on organisation for insert to bearing_app with check ((select app.account_or_null()) is not null);
--> statement-breakpoint
create policy operator_changes on organisation for update to bearing_app
  using ((select app.is_operator())) with check ((select app.is_operator()));
--> statement-breakpoint
create policy own on account for select to bearing_app
  using (id = (select app.account_or_null()) or email = (select app.setting('account_email')));
--> statement-breakpoint
create policy by_address on account for insert to bearing_app with check (email = (select app.setting('account_email')));
--> statement-breakpoint
create policy own_change on account for update to bearing_app
  using (id = (select app.account_or_null())) with check (id = (select app.account_or_null()));
--> statement-breakpoint
create policy installation on account for all to bearing_migrator using (true) with check (true);
--> statement-breakpoint
create policy own on session for all to bearing_app
  using (token_hash = (select app.setting('session_hash')) or account_id = (select app.account_or_null()))
  with check (account_id = (select app.account_or_null()));
--> statement-breakpoint
create policy by_secret on account_token for all to bearing_app
  using (token_hash = (select app.setting('token_hash')) or account_id = (select app.account_or_null()))
  with check (true);
--> statement-breakpoint
create policy counted on sign_in_attempt for all to bearing_app using (true) with check (true);
--> statement-breakpoint
create policy written on security_event for insert to bearing_app with check (true);
--> statement-breakpoint
create policy own_tenant on security_event for select to bearing_app using (org_id = (select app.org_or_null()));
--> statement-breakpoint
grant select, insert on organisation to bearing_app;
--> statement-breakpoint
grant update (name, status) on organisation to bearing_app;
--> statement-breakpoint
grant select, insert, update on account, session, account_token, membership, person, role_assignment, unit, unit_placement,
  organisation_setting, assessment, assessment_note, import_job, team_event, wave to bearing_app;
--> statement-breakpoint
grant select on operator, release, release_audit, release_cell to bearing_app;
--> statement-breakpoint
grant delete on session, account_token, membership, assessment_note, team_event to bearing_app;
--> statement-breakpoint
grant select, insert, delete on sign_in_attempt, wave_unit, release_measure, import_chunk to bearing_app;
--> statement-breakpoint
grant select, insert on audit_event, security_event to bearing_app;
--> statement-breakpoint
-- The app writes answers and can never read them back.
grant insert on sealed_response to bearing_app;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['wave', 'wave_unit', 'sealed_response', 'release_audit', 'release', 'release_block', 'release_cell'] loop
    execute format('create policy releaser_role on %I as permissive for all to bearing_releaser using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant select on wave, wave_unit to bearing_releaser;
--> statement-breakpoint
grant update (status, published_at) on wave to bearing_releaser;
--> statement-breakpoint
grant select, delete on sealed_response to bearing_releaser;
--> statement-breakpoint
grant select, insert on release_audit, release, release_block, release_cell to bearing_releaser;
--> statement-breakpoint
grant update (status, withdrawn_at, withdrawn_reason) on release to bearing_releaser;
--> statement-breakpoint
grant execute on function app.org_id(), app.org_or_null(), app.account_or_null(), app.person_or_null(), app.setting(text), app.is_operator()
  to bearing_app, bearing_respondent, bearing_releaser, bearing_vault;
