CREATE TABLE "team_registration" (
	"org_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"registered_by" uuid NOT NULL,
	"supervisor_name" text,
	"supervisor_email" text NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_registration_org_id_unit_id_pk" PRIMARY KEY("org_id","unit_id"),
	CONSTRAINT "team_registration_decision_check" CHECK ("team_registration"."decision" is null or "team_registration"."decision" in ('at_once', 'approved', 'declined', 'closed_above')),
	CONSTRAINT "team_registration_decided_check" CHECK (("team_registration"."decision" is null) = ("team_registration"."decided_at" is null) and ("team_registration"."decision" is not null or "team_registration"."decided_by" is null)),
	CONSTRAINT "team_registration_reason_check" CHECK ("team_registration"."reason" is null or length("team_registration"."reason") between 1 and 500),
	CONSTRAINT "team_registration_name_check" CHECK ("team_registration"."supervisor_name" is null or length("team_registration"."supervisor_name") between 1 and 120)
);
--> statement-breakpoint
ALTER TABLE "team_registration" ADD CONSTRAINT "team_registration_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_registration" ADD CONSTRAINT "team_registration_org_id_registered_by_person_org_id_id_fk" FOREIGN KEY ("org_id","registered_by") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_registration" ADD CONSTRAINT "team_registration_org_id_decided_by_person_org_id_id_fk" FOREIGN KEY ("org_id","decided_by") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "team_registration_org_id_created_at_idx" ON "team_registration" USING btree ("org_id","created_at" DESC NULLS LAST);