-- The anonymous pulse (measurement.md, section 4): tenant locks, grants, the freeze, and the vault's two functions.
select app.protect(t::regclass) from unnest(array[
  'wave_statement', 'wave_confirmation', 'wave_participation', 'team_member', 'wave_key', 'invitation', 'inbox',
  'inbox_note', 'sealed_note', 'release_note', 'outbox_mail'
]) as t;
--> statement-breakpoint
grant select, insert, update, delete on wave_statement, outbox_mail to bearing_app;
--> statement-breakpoint
grant select, insert, delete on wave_confirmation to bearing_app;
--> statement-breakpoint
grant select, insert, update on team_member to bearing_app;
--> statement-breakpoint
grant select on wave_participation, release_note to bearing_app;
--> statement-breakpoint
grant update (note, redacted) on release_note to bearing_app;
--> statement-breakpoint
grant update (invited) on wave_unit to bearing_app;
--> statement-breakpoint
grant select, insert on wave_key to bearing_app;
--> statement-breakpoint
-- The app makes invitations and finds whom to write to; whether one was used, and its hash, it can never read. Nothing of
-- the inbox is its own, and the note it may see is the released one.
grant insert, select (org_id, id, wave_id, unit_id, bucket, member_id) on invitation to bearing_app;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['wave_statement', 'wave_participation', 'wave_key', 'invitation', 'inbox', 'inbox_note', 'sealed_note', 'release_note'] loop
    execute format('create policy releaser_role on %I as permissive for all to bearing_releaser using (true) with check (true)', t);
  end loop;
  foreach t in array array['wave', 'wave_unit', 'wave_statement', 'invitation', 'inbox', 'inbox_note'] loop
    execute format('create policy vault_role on %I as permissive for all to bearing_vault using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, delete on wave_key, invitation, inbox, inbox_note, sealed_note to bearing_releaser;
--> statement-breakpoint
grant select, insert on release_note, wave_participation to bearing_releaser;
--> statement-breakpoint
grant insert on sealed_response, sealed_note to bearing_releaser;
--> statement-breakpoint
grant delete on release_note, wave_participation to bearing_releaser;
--> statement-breakpoint
grant select on wave_statement to bearing_releaser;
--> statement-breakpoint
grant update (closed_at) on wave to bearing_releaser;
--> statement-breakpoint
-- VACUUM clears away the dead rows that would tell in which order the living ones came.
grant maintain on invitation, inbox, inbox_note to bearing_releaser;
--> statement-breakpoint
create policy vault_role on organisation for select to bearing_vault using (true);
--> statement-breakpoint
grant select (id, slug, name, status) on organisation to bearing_vault;
--> statement-breakpoint
grant select on wave, wave_unit, wave_statement, invitation to bearing_vault;
--> statement-breakpoint
grant update (used) on invitation to bearing_vault;
--> statement-breakpoint
grant select, insert, delete on inbox, inbox_note to bearing_vault;
--> statement-breakpoint
-- A launched pulse keeps what was promised: not even a forgotten use-case changes it.
create function app.freeze_wave() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.launched_at is null then return new; end if;
  if (new.k, new.source, new.opens_at, new.closes_at, new.deletes_on, new.rehearsal, new.agreed_with_staff, new.welsh, new.launched_at)
    is distinct from (old.k, old.source, old.opens_at, old.closes_at, old.deletes_on, old.rehearsal, old.agreed_with_staff, old.welsh, old.launched_at)
  then raise exception 'a launched wave is frozen' using errcode = 'BE001'; end if;
  if old.receipt is not null and new.receipt is distinct from old.receipt
  then raise exception 'the receipt of a wave never changes' using errcode = 'BE001'; end if;
  if new.status <> old.status and (old.status || '>' || new.status) <> all (array[
    'confirming>open', 'confirming>withdrawn', 'open>closing', 'closing>sealed', 'sealed>published',
    'open>withdrawn', 'sealed>withdrawn', 'published>withdrawn'
  ]) then raise exception 'a wave does not go from % to %', old.status, new.status using errcode = 'BE001'; end if;
  return new;
end $$;
--> statement-breakpoint
create trigger frozen before update on wave for each row execute function app.freeze_wave();
--> statement-breakpoint
create function app.launched(p_org uuid, p_wave uuid) returns boolean language sql stable set search_path = pg_catalog as
  $$ select exists (select 1 from public.wave w where w.org_id = p_org and w.id = p_wave and w.launched_at is not null) $$;
--> statement-breakpoint
create function app.freeze_part() returns trigger language plpgsql set search_path = pg_catalog as $$
declare w record;
begin
  if tg_op = 'DELETE' then w := old; else w := new; end if;
  if app.launched(w.org_id, w.wave_id) then
    raise exception 'a launched wave is frozen' using errcode = 'BE001';
  end if;
  return w;
end $$;
--> statement-breakpoint
create trigger frozen before insert or update or delete on wave_statement for each row execute function app.freeze_part();
--> statement-breakpoint
create trigger frozen before insert or delete on wave_unit for each row execute function app.freeze_part();
--> statement-breakpoint
-- The one change a frozen tree knows: how many were invited, written once while the wave opens.
create function app.freeze_unit() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if (to_jsonb(new) - 'invited') is distinct from (to_jsonb(old) - 'invited') or old.invited is not null then
    raise exception 'a launched wave is frozen' using errcode = 'BE001';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger frozen_change before update on wave_unit for each row execute function app.freeze_unit();
--> statement-breakpoint
-- The roster is frozen at opening: invitations are made while a wave confirms and at no other time.
create function app.freeze_roster() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select 1 from public.wave w where w.org_id = new.org_id and w.id = new.wave_id and w.status <> 'confirming') then
    raise exception 'the roster of a wave is frozen when it opens' using errcode = 'BE001';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger frozen before insert on invitation for each row execute function app.freeze_roster();
--> statement-breakpoint
create function app.wave_lock(p_wave uuid) returns bigint language sql immutable set search_path = pg_catalog as
  $$ select hashtextextended('wave ' || p_wave::text, 0) $$;
--> statement-breakpoint
-- What the respondent's page shows. Reads neither `used` nor any answer: whoever opens a link learns nothing from it.
create function app.find_pulse(p_slug text, p_code text, p_hash bytea) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_org record;
  v_wave record;
  v_unit record;
begin
  select o.id, o.name into v_org from public.organisation o where o.slug = p_slug and o.status = 'active';
  if not found then return jsonb_build_object('state', 'unknown'); end if;
  perform set_config('app.org_id', v_org.id::text, true);
  select w.*, i.unit_id into v_wave from public.invitation i
    join public.wave w on w.org_id = i.org_id and w.id = i.wave_id
    where i.org_id = v_org.id and i.token_hash = p_hash;
  if not found then
    -- Hashes are deleted at seal: an old link is told from a mistyped one by its team alone.
    select w.status, w.closed_at into v_wave from public.wave w
      join public.wave_unit u on u.org_id = w.org_id and u.wave_id = w.id
      where w.org_id = v_org.id and u.code = p_code and w.source = 'pulse' and w.status not in ('draft', 'confirming')
      order by w.opened_at desc nulls last limit 1;
    if not found or v_wave.status = 'open' then return jsonb_build_object('state', 'unknown'); end if;
    if v_wave.closed_at > clock_timestamp() - interval '35 days' then return jsonb_build_object('state', 'closed'); end if;
    return jsonb_build_object('state', 'expired');
  end if;
  select u.name, u.code into v_unit from public.wave_unit u
    where u.org_id = v_org.id and u.wave_id = v_wave.id and u.unit_id = v_wave.unit_id;
  if v_unit.code <> p_code then return jsonb_build_object('state', 'unknown'); end if;
  if v_wave.status <> 'open' or v_wave.closes_at <= clock_timestamp() then return jsonb_build_object('state', 'closed'); end if;
  return jsonb_build_object('state', 'open', 'organisation', v_org.name, 'team', v_unit.name, 'wave_label', v_wave.label,
    'k', v_wave.k, 'closes_at', v_wave.closes_at, 'deletes_on', v_wave.deletes_on, 'receipt', v_wave.receipt,
    'welsh', v_wave.welsh, 'rehearsal', v_wave.rehearsal,
    'statements', (select jsonb_agg(jsonb_build_object('code', s.code, 'part', s.part, 'en', s.en, 'cy', s.cy) order by s.position)
      from public.wave_statement s where s.org_id = v_org.id and s.wave_id = v_wave.id));
end $$;
--> statement-breakpoint
-- One answer per link, in one transaction (measurement.md, section 4). Locks and reads are separate statements, so that
-- each read sees what the lock waited for. Every row of the bucket is written anew: neither row metadata nor order tells
-- which answer came with which link, or when. The link is the idempotency key: a repeat is "received" again.
create function app.submit_pulse(p_slug text, p_code text, p_hash bytea, p_answers smallint[], p_extra smallint, p_locals smallint[], p_note text)
  returns text language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_org uuid;
  v record;
  v_used boolean;
begin
  -- "Received" means on disk, whatever the installation's default is.
  perform set_config('synchronous_commit', 'on', true);
  select o.id into v_org from public.organisation o where o.slug = p_slug and o.status = 'active';
  if not found then return 'unknown'; end if;
  perform set_config('app.org_id', v_org::text, true);
  select i.wave_id, i.unit_id, i.bucket, u.code into v from public.invitation i
    join public.wave_unit u on u.org_id = i.org_id and u.wave_id = i.wave_id and u.unit_id = i.unit_id
    where i.org_id = v_org and i.token_hash = p_hash;
  if not found then return app.find_pulse(p_slug, p_code, p_hash) ->> 'state'; end if;
  if v.code <> p_code then return 'unknown'; end if;
  perform pg_advisory_xact_lock_shared(app.wave_lock(v.wave_id));
  if not exists (select 1 from public.wave w where w.org_id = v_org and w.id = v.wave_id and w.status = 'open'
    and (w.closes_at is null or w.closes_at > clock_timestamp())) then return 'closed'; end if;
  perform pg_advisory_xact_lock(hashtextextended(v.wave_id::text || v.unit_id::text || v.bucket::text, 1));
  select i.used into v_used from public.invitation i where i.org_id = v_org and i.token_hash = p_hash;
  if v_used is null then return 'closed'; end if;
  if v_used then return 'received'; end if;
  update public.invitation i set used = i.used or i.token_hash = p_hash
    where i.org_id = v_org and i.wave_id = v.wave_id and i.unit_id = v.unit_id and i.bucket = v.bucket;
  with gone as (
    delete from public.inbox b
      where b.org_id = v_org and b.wave_id = v.wave_id and b.unit_id = v.unit_id and b.bucket = v.bucket
      returning b.answers, b.extra, b.locals
  ), every_answer as (
    select g.answers, g.extra, g.locals from gone g union all select p_answers, p_extra, p_locals
  )
  insert into public.inbox (org_id, wave_id, unit_id, bucket, answers, extra, locals)
    select v_org, v.wave_id, v.unit_id, v.bucket, a.answers, a.extra, a.locals from every_answer a order by random();
  with gone as (
    delete from public.inbox_note b
      where b.org_id = v_org and b.wave_id = v.wave_id and b.unit_id = v.unit_id and b.bucket = v.bucket
      returning b.note
  ), every_note as (
    select g.note from gone g union all select p_note where p_note is not null
  )
  insert into public.inbox_note (org_id, wave_id, unit_id, bucket, note)
    select v_org, v.wave_id, v.unit_id, v.bucket, n.note from every_note n order by random();
  return 'received';
end $$;
--> statement-breakpoint
-- Before the vault owns them: afterwards the migrator has no say.
revoke execute on function app.find_pulse(text, text, bytea), app.submit_pulse(text, text, bytea, smallint[], smallint, smallint[], text) from public;
--> statement-breakpoint
grant execute on function app.find_pulse(text, text, bytea), app.submit_pulse(text, text, bytea, smallint[], smallint, smallint[], text)
  to bearing_respondent;
--> statement-breakpoint
grant create on schema app to bearing_vault;
--> statement-breakpoint
alter function app.find_pulse(text, text, bytea) owner to bearing_vault;
--> statement-breakpoint
alter function app.submit_pulse(text, text, bytea, smallint[], smallint, smallint[], text) owner to bearing_vault;
--> statement-breakpoint
revoke create on schema app from bearing_vault;
