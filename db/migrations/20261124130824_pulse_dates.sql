-- The respondent's page says the day on which a wave closes in the organisation's own zone.
create policy vault_role on organisation_setting as permissive for select to bearing_vault using (true);
--> statement-breakpoint
grant select (org_id, zone) on organisation_setting to bearing_vault;
--> statement-breakpoint
-- The vault owns its functions, so the change is made in its name.
grant create on schema app to bearing_vault;
--> statement-breakpoint
set role bearing_vault;
--> statement-breakpoint
create or replace function app.find_pulse(p_slug text, p_code text, p_hash bytea) returns jsonb
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
    'k', v_wave.k, 'closes_on', (v_wave.closes_at at time zone (select s.zone from public.organisation_setting s where s.org_id = v_org.id))::date, 'deletes_on', v_wave.deletes_on, 'receipt', v_wave.receipt,
    'welsh', v_wave.welsh, 'rehearsal', v_wave.rehearsal,
    'statements', (select jsonb_agg(jsonb_build_object('code', s.code, 'part', s.part, 'en', s.en, 'cy', s.cy) order by s.position)
      from public.wave_statement s where s.org_id = v_org.id and s.wave_id = v_wave.id));
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema app from bearing_vault;
