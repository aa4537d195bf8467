select app.protect('certificate_link'::regclass);
--> statement-breakpoint
grant select, insert on certificate_link to bearing_app;
--> statement-breakpoint
grant update (revoked_at) on certificate_link to bearing_app;
--> statement-breakpoint
-- What HR takes out of a note leaves its dead row behind; the releaser clears it away.
grant maintain on release_note to bearing_releaser;
--> statement-breakpoint
grant update (k) on wave to bearing_releaser;
--> statement-breakpoint
-- As before, and one more thing that keeps every promise: results that a check holds back may be made for larger groups.
create or replace function app.freeze_wave() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.launched_at is null then return new; end if;
  if old.status = 'sealed' and new.status = 'sealed' and new.k > old.k then old.k := new.k; end if;
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
