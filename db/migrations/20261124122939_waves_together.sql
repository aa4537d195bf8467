CREATE TABLE "wave_group" (
	"org_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"parent_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "wave_group_org_id_wave_id_id_pk" PRIMARY KEY("org_id","wave_id","id"),
	CONSTRAINT "wave_group_org_id_id_key" UNIQUE("org_id","id"),
	CONSTRAINT "wave_group_name_check" CHECK (length("wave_group"."name") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "wave_group_team" (
	"org_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"agreed_by" uuid,
	CONSTRAINT "wave_group_team_org_id_wave_id_unit_id_pk" PRIMARY KEY("org_id","wave_id","unit_id")
);
--> statement-breakpoint
ALTER TABLE "wave_group" ADD CONSTRAINT "wave_group_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_group" ADD CONSTRAINT "wave_group_org_id_parent_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","parent_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_group_team" ADD CONSTRAINT "wave_group_team_org_id_wave_id_group_id_wave_group_org_id_wave_id_id_fk" FOREIGN KEY ("org_id","wave_id","group_id") REFERENCES "public"."wave_group"("org_id","wave_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_group_team" ADD CONSTRAINT "wave_group_team_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_group_team" ADD CONSTRAINT "wave_group_team_org_id_agreed_by_person_org_id_id_fk" FOREIGN KEY ("org_id","agreed_by") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "wave_group_team_org_id_group_id_idx" ON "wave_group_team" USING btree ("org_id","group_id");