-- Of help asked, the team's page says whom it was asked and on which day the answer came. A unit, never a person's name.
grant create on schema app to bearing_vault;
--> statement-breakpoint
set role bearing_vault;
--> statement-breakpoint
create or replace function app.find_decisions(p_slug text, p_code text) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_org record;
  v_unit record;
  v_zone text;
begin
  select o.id, o.name into v_org from public.organisation o where o.slug = p_slug and o.status = 'active';
  if not found then return null; end if;
  perform set_config('app.org_id', v_org.id::text, true);
  select u.id, u.name into v_unit from public.unit u where u.org_id = v_org.id and u.code = p_code and u.kind = 'team' and u.status = 'live';
  if not found then return null; end if;
  select s.zone into v_zone from public.organisation_setting s where s.org_id = v_org.id;
  return jsonb_build_object('organisation', v_org.name, 'team', v_unit.name,
    'decisions', (select coalesce(jsonb_agg(jsonb_build_object('said', d.said, 'decided', d.decided, 'on', d.decided_on)
        order by d.decided_on desc, d.created_at desc), '[]')
      from (select * from public.team_decision d where d.org_id = v_org.id and d.unit_id = v_unit.id order by d.decided_on desc, d.created_at desc limit 20) d),
    'asked', (select coalesce(jsonb_agg(jsonb_build_object('question', e.question, 'on', e.asked_on, 'status', e.status,
        'of', (select a.name from public.unit a where a.org_id = e.org_id and a.id = e.at_unit_id),
        'answer', (select jsonb_build_object('kind', s.kind, 'sentence', s.sentence, 'by', s.by_date, 'on', (s.at at time zone v_zone)::date)
          from public.escalation_step s
          where s.org_id = e.org_id and s.escalation_id = e.id and e.status = 'answered' and s.kind in ('yes_by', 'in_part', 'no_because')
          order by s.at desc limit 1))
        order by e.asked_on desc, e.created_at desc), '[]')
      from (select * from public.escalation e where e.org_id = v_org.id and e.unit_id = v_unit.id and e.status <> 'withdrawn'
        order by e.asked_on desc, e.created_at desc limit 20) e));
end $$;
--> statement-breakpoint
reset role;
--> statement-breakpoint
revoke create on schema app from bearing_vault;
