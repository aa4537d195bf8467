-- Teams that report together are agreed while a wave is a draft and frozen with it; a draft may be thrown away, whole.
select app.protect(t::regclass) from unnest(array['wave_group', 'wave_group_team']) as t;
--> statement-breakpoint
grant select, insert, update, delete on wave_group, wave_group_team to bearing_app;
--> statement-breakpoint
grant delete on wave to bearing_app;
--> statement-breakpoint
create function app.keep_wave() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.status <> 'draft' or old.launched_at is not null then
    raise exception 'only a draft can be removed' using errcode = 'BE001';
  end if;
  return old;
end $$;
--> statement-breakpoint
create trigger kept before delete on wave for each row execute function app.keep_wave();
--> statement-breakpoint
create trigger frozen before insert or update or delete on wave_group for each row execute function app.freeze_part();
--> statement-breakpoint
create trigger frozen before insert or update or delete on wave_group_team for each row execute function app.freeze_part();
