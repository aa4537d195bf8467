-- Tenant locks and grants of calls, plans and help, and the vault's third function: what a team was told.
select app.protect(t::regclass) from unnest(array[
  'team_call', 'call_private', 'plan_action', 'playbook_run', 'unit_priority', 'team_purpose', 'rhythm', 'waiting_on',
  'supervisor_support', 'worth_checking_answer', 'team_decision', 'escalation', 'escalation_step', 'other_measure', 'last_look'
]) as t;
--> statement-breakpoint
-- The strengths of the signals, the reason for deciding otherwise and what was set aside are their author's alone.
create policy author on call_private as restrictive for all to public
  using (person_id = (select app.person_or_null())) with check (person_id = (select app.person_or_null()));
--> statement-breakpoint
create policy author on worth_checking_answer as restrictive for all to public
  using (person_id = (select app.person_or_null())) with check (person_id = (select app.person_or_null()));
--> statement-breakpoint
create policy author on last_look as restrictive for all to public
  using (person_id = (select app.person_or_null())) with check (person_id = (select app.person_or_null()));
--> statement-breakpoint
-- A call is not changed afterwards but for the choice.
grant select, insert, update (choice, decided_at) on team_call to bearing_app;
--> statement-breakpoint
grant select, insert, update on call_private, plan_action, playbook_run, unit_priority, rhythm, waiting_on, supervisor_support,
  escalation, last_look to bearing_app;
--> statement-breakpoint
grant select, insert on team_purpose, worth_checking_answer, team_decision, escalation_step to bearing_app;
--> statement-breakpoint
grant delete on rhythm, team_decision, worth_checking_answer to bearing_app;
--> statement-breakpoint
grant select, insert, update, delete on other_measure to bearing_app;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['unit', 'team_decision', 'escalation', 'escalation_step'] loop
    execute format('create policy vault_role on %I as permissive for select to bearing_vault using (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant select on unit, team_decision, escalation, escalation_step to bearing_vault;
--> statement-breakpoint
-- `/d/<organisation>.<team code>`: the same for everybody, without an account and without a number.
create function app.find_decisions(p_slug text, p_code text) returns jsonb
  language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  v_org record;
  v_unit record;
begin
  select o.id, o.name into v_org from public.organisation o where o.slug = p_slug and o.status = 'active';
  if not found then return null; end if;
  perform set_config('app.org_id', v_org.id::text, true);
  select u.id, u.name into v_unit from public.unit u where u.org_id = v_org.id and u.code = p_code and u.status = 'live';
  if not found then return null; end if;
  return jsonb_build_object('organisation', v_org.name, 'team', v_unit.name,
    'decisions', (select coalesce(jsonb_agg(jsonb_build_object('said', d.said, 'decided', d.decided, 'on', d.decided_on) order by d.decided_on desc), '[]')
      from (select * from public.team_decision d where d.org_id = v_org.id and d.unit_id = v_unit.id order by d.decided_on desc limit 20) d),
    'asked', (select coalesce(jsonb_agg(jsonb_build_object('question', e.question, 'on', e.asked_on, 'status', e.status,
        'answer', (select jsonb_build_object('kind', s.kind, 'sentence', s.sentence, 'by', s.by_date) from public.escalation_step s
          where s.org_id = e.org_id and s.escalation_id = e.id and s.kind in ('yes_by', 'in_part', 'no_because') order by s.at desc limit 1))
        order by e.asked_on desc), '[]')
      from (select * from public.escalation e where e.org_id = v_org.id and e.unit_id = v_unit.id and e.status <> 'withdrawn' order by e.asked_on desc limit 20) e));
end $$;
--> statement-breakpoint
revoke execute on function app.find_decisions(text, text) from public;
--> statement-breakpoint
grant execute on function app.find_decisions(text, text) to bearing_respondent;
--> statement-breakpoint
grant create on schema app to bearing_vault;
--> statement-breakpoint
alter function app.find_decisions(text, text) owner to bearing_vault;
--> statement-breakpoint
revoke create on schema app from bearing_vault;
