-- A yes to a list is a yes to what stands on it. Whoever joins or leaves while a wave confirms its lists takes the yes away,
-- by whichever way: the supervisor's page, a file of HR, a script. The wave is locked first, so that a yes given at the same
-- moment waits for the change and is then given to a list that was changed before, not after.
create function app.ask_again() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform 1 from public.wave w
    where w.status = 'confirming' and w.org_id in (select c.org_id from changed c)
    for no key update;
  delete from public.wave_confirmation y using public.wave w, changed c
    where w.org_id = y.org_id and w.id = y.wave_id and w.status = 'confirming'
      and c.org_id = y.org_id and c.unit_id = y.unit_id;
  return null;
end $$;
--> statement-breakpoint
create trigger ask_again_joined after insert on team_member
  referencing new table as changed for each statement execute function app.ask_again();
--> statement-breakpoint
create trigger ask_again_left after delete on team_member
  referencing old table as changed for each statement execute function app.ask_again();
--> statement-breakpoint
-- A corrected name is the same person: nothing to say yes to again.
create function app.ask_again_when_dates_change() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  perform 1 from public.wave w
    where w.status = 'confirming'
      and w.org_id in (select a.org_id from after a join before b using (org_id, id)
        where (a.unit_id, a.starts_on, a.ends_on) is distinct from (b.unit_id, b.starts_on, b.ends_on))
    for no key update;
  delete from public.wave_confirmation y using public.wave w, after a, before b
    where w.org_id = y.org_id and w.id = y.wave_id and w.status = 'confirming'
      and a.org_id = y.org_id and b.org_id = a.org_id and b.id = a.id
      and (a.unit_id, a.starts_on, a.ends_on) is distinct from (b.unit_id, b.starts_on, b.ends_on)
      and y.unit_id in (a.unit_id, b.unit_id);
  return null;
end $$;
--> statement-breakpoint
create trigger ask_again_changed after update on team_member
  referencing old table as before new table as after for each statement execute function app.ask_again_when_dates_change();
