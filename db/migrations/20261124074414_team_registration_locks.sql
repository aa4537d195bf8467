select app.protect('team_registration'::regclass);
--> statement-breakpoint
grant select, insert, update on team_registration to bearing_app;
