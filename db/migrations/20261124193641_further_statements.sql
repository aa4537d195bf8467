CREATE TABLE "release_further_block" (
	"org_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"code" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"direct" boolean NOT NULL,
	"n" integer NOT NULL,
	"sum" integer NOT NULL,
	CONSTRAINT "release_further_block_org_id_release_id_code_unit_id_direct_pk" PRIMARY KEY("org_id","release_id","code","unit_id","direct"),
	CONSTRAINT "release_further_block_code_check" CHECK ("release_further_block"."code" ~ '^(X[1-3]|L[1-5])$'),
	CONSTRAINT "release_further_block_n_check" CHECK ("release_further_block"."n" >= 10)
);
--> statement-breakpoint
CREATE TABLE "release_further_cell" (
	"org_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"direct" boolean NOT NULL,
	"code" text NOT NULL,
	"n" integer NOT NULL,
	"sum" integer NOT NULL,
	CONSTRAINT "release_further_cell_org_id_release_id_unit_id_direct_code_pk" PRIMARY KEY("org_id","release_id","unit_id","direct","code"),
	CONSTRAINT "release_further_cell_code_check" CHECK ("release_further_cell"."code" ~ '^(X[1-3]|L[1-5])$'),
	CONSTRAINT "release_further_cell_n_check" CHECK ("release_further_cell"."n" >= 10)
);
--> statement-breakpoint
ALTER TABLE "release_further_block" ADD CONSTRAINT "release_further_block_org_id_release_id_release_org_id_id_fk" FOREIGN KEY ("org_id","release_id") REFERENCES "public"."release"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_further_cell" ADD CONSTRAINT "release_further_cell_cell_fk" FOREIGN KEY ("org_id","release_id","unit_id","direct") REFERENCES "public"."release_cell"("org_id","release_id","unit_id","direct") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
select app.protect(t::regclass) from unnest(array['release_further_block', 'release_further_cell']) as t;
--> statement-breakpoint
create policy releaser_role on release_further_block as permissive for all to bearing_releaser using (true) with check (true);
--> statement-breakpoint
create policy releaser_role on release_further_cell as permissive for all to bearing_releaser using (true) with check (true);
--> statement-breakpoint
-- Blocks are for the certificate alone; the app reads what is shown. Nobody changes either.
grant select on release_further_cell to bearing_app;
--> statement-breakpoint
grant select, insert on release_further_block, release_further_cell to bearing_releaser;
