CREATE TABLE "outbox_mail" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"wave_id" uuid,
	"member_id" uuid,
	"person_id" uuid,
	"status" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"not_before" timestamp with time zone DEFAULT now() NOT NULL,
	"claimed_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"maybe_twice" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outbox_mail_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "outbox_mail_kind_check" CHECK ("outbox_mail"."kind" in ('invitation', 'reminder', 'confirm_list', 'confirm_reminder', 'results_out', 'monthly')),
	CONSTRAINT "outbox_mail_status_check" CHECK ("outbox_mail"."status" in ('waiting', 'sent', 'cancelled', 'given_up')),
	CONSTRAINT "outbox_mail_to_check" CHECK (("outbox_mail"."member_id" is null) <> ("outbox_mail"."person_id" is null))
);
--> statement-breakpoint
CREATE TABLE "team_member" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "team_member_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "team_member_name_check" CHECK (length("team_member"."name") between 1 and 120),
	CONSTRAINT "team_member_email_check" CHECK ("team_member"."email" = lower("team_member"."email") and length("team_member"."email") between 3 and 254),
	CONSTRAINT "team_member_dates_check" CHECK ("team_member"."ends_on" is null or "team_member"."ends_on" >= "team_member"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "release_note" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"release_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"note" text NOT NULL,
	"redacted" boolean DEFAULT false NOT NULL,
	CONSTRAINT "release_note_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "release_note_length_check" CHECK (length("release_note"."note") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"bucket" integer NOT NULL,
	"answers" smallint[] NOT NULL,
	"extra" smallint,
	"locals" smallint[] NOT NULL,
	CONSTRAINT "inbox_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "inbox_answers_check" CHECK (cardinality("inbox"."answers") = 12 and 0 <= all("inbox"."answers") is not false and 5 >= all("inbox"."answers") is not false),
	CONSTRAINT "inbox_extra_check" CHECK ("inbox"."extra" between 0 and 5),
	CONSTRAINT "inbox_locals_check" CHECK (cardinality("inbox"."locals") = 5 and 0 <= all("inbox"."locals") is not false and 5 >= all("inbox"."locals") is not false)
);
--> statement-breakpoint
CREATE TABLE "inbox_note" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"bucket" integer NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "inbox_note_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "inbox_note_length_check" CHECK (length("inbox_note"."note") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "invitation" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"bucket" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"used" boolean DEFAULT false NOT NULL,
	CONSTRAINT "invitation_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "invitation_org_id_token_hash_key" UNIQUE("org_id","token_hash"),
	CONSTRAINT "invitation_org_id_wave_id_member_id_key" UNIQUE("org_id","wave_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "sealed_note" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "sealed_note_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "sealed_note_length_check" CHECK (length("sealed_note"."note") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "wave_key" (
	"org_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"sealed_key" "bytea" NOT NULL,
	CONSTRAINT "wave_key_org_id_wave_id_pk" PRIMARY KEY("org_id","wave_id")
);
--> statement-breakpoint
CREATE TABLE "wave_confirmation" (
	"org_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"confirmed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wave_confirmation_org_id_wave_id_unit_id_pk" PRIMARY KEY("org_id","wave_id","unit_id")
);
--> statement-breakpoint
CREATE TABLE "wave_participation" (
	"org_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"band" text NOT NULL,
	CONSTRAINT "wave_participation_org_id_wave_id_unit_id_on_day_pk" PRIMARY KEY("org_id","wave_id","unit_id","on_day"),
	CONSTRAINT "wave_participation_band_check" CHECK ("wave_participation"."band" in ('under_quarter', 'under_half', 'under_three_quarters', 'most'))
);
--> statement-breakpoint
CREATE TABLE "wave_statement" (
	"org_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"code" text NOT NULL,
	"position" integer NOT NULL,
	"part" text NOT NULL,
	"en" text NOT NULL,
	"cy" text,
	CONSTRAINT "wave_statement_org_id_wave_id_code_pk" PRIMARY KEY("org_id","wave_id","code"),
	CONSTRAINT "wave_statement_code_check" CHECK ("wave_statement"."code" ~ '^([DE][1-6]|X[1-3]|L[1-5])$'),
	CONSTRAINT "wave_statement_part_check" CHECK ("wave_statement"."part" in ('agreement', 'frequency', 'extra', 'local')),
	CONSTRAINT "wave_statement_words_check" CHECK (length("wave_statement"."en") between 3 and 200 and length("wave_statement"."cy") between 3 and 240)
);
--> statement-breakpoint
ALTER TABLE "organisation_setting" ADD COLUMN "wave_cadence" text DEFAULT 'by_hand' NOT NULL;--> statement-breakpoint
ALTER TABLE "sealed_response" ADD COLUMN "extra" smallint;--> statement-breakpoint
ALTER TABLE "sealed_response" ADD COLUMN "locals" smallint[];--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "launched_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "opens_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "deletes_on" date;--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "rehearsal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "agreed_with_staff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "welsh" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "wave" ADD COLUMN "receipt" text;--> statement-breakpoint
ALTER TABLE "wave_unit" ADD COLUMN "invited" integer;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_org_id_member_id_team_member_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."team_member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox_mail" ADD CONSTRAINT "outbox_mail_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_note" ADD CONSTRAINT "release_note_org_id_release_id_release_org_id_id_fk" FOREIGN KEY ("org_id","release_id") REFERENCES "public"."release"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox" ADD CONSTRAINT "inbox_org_id_wave_id_unit_id_wave_unit_org_id_wave_id_unit_id_fk" FOREIGN KEY ("org_id","wave_id","unit_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_note" ADD CONSTRAINT "inbox_note_org_id_wave_id_unit_id_wave_unit_org_id_wave_id_unit_id_fk" FOREIGN KEY ("org_id","wave_id","unit_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_org_id_wave_id_unit_id_wave_unit_org_id_wave_id_unit_id_fk" FOREIGN KEY ("org_id","wave_id","unit_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_org_id_member_id_team_member_org_id_id_fk" FOREIGN KEY ("org_id","member_id") REFERENCES "public"."team_member"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_note" ADD CONSTRAINT "sealed_note_org_id_wave_id_unit_id_wave_unit_org_id_wave_id_unit_id_fk" FOREIGN KEY ("org_id","wave_id","unit_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_key" ADD CONSTRAINT "wave_key_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_confirmation" ADD CONSTRAINT "wave_confirmation_org_id_wave_id_unit_id_wave_unit_org_id_wave_id_unit_id_fk" FOREIGN KEY ("org_id","wave_id","unit_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_confirmation" ADD CONSTRAINT "wave_confirmation_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_participation" ADD CONSTRAINT "wave_participation_org_id_wave_id_unit_id_wave_unit_org_id_wave_id_unit_id_fk" FOREIGN KEY ("org_id","wave_id","unit_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_statement" ADD CONSTRAINT "wave_statement_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_mail_org_id_status_not_before_idx" ON "outbox_mail" USING btree ("org_id","status","not_before");--> statement-breakpoint
CREATE INDEX "outbox_mail_org_id_wave_id_idx" ON "outbox_mail" USING btree ("org_id","wave_id");--> statement-breakpoint
CREATE UNIQUE INDEX "team_member_open_key" ON "team_member" USING btree ("org_id","unit_id","email") WHERE ends_on is null;--> statement-breakpoint
CREATE INDEX "team_member_org_id_email_idx" ON "team_member" USING btree ("org_id","email");--> statement-breakpoint
CREATE INDEX "release_note_org_id_release_id_unit_id_idx" ON "release_note" USING btree ("org_id","release_id","unit_id");--> statement-breakpoint
CREATE INDEX "inbox_org_id_wave_id_unit_id_bucket_idx" ON "inbox" USING btree ("org_id","wave_id","unit_id","bucket");--> statement-breakpoint
CREATE INDEX "inbox_note_org_id_wave_id_unit_id_bucket_idx" ON "inbox_note" USING btree ("org_id","wave_id","unit_id","bucket");--> statement-breakpoint
CREATE INDEX "invitation_org_id_wave_id_unit_id_bucket_idx" ON "invitation" USING btree ("org_id","wave_id","unit_id","bucket");--> statement-breakpoint
CREATE INDEX "sealed_note_org_id_wave_id_idx" ON "sealed_note" USING btree ("org_id","wave_id");--> statement-breakpoint
ALTER TABLE "organisation_setting" ADD CONSTRAINT "organisation_setting_cadence_check" CHECK ("organisation_setting"."wave_cadence" in ('by_hand', 'monthly', 'quarterly'));--> statement-breakpoint
ALTER TABLE "sealed_response" ADD CONSTRAINT "sealed_response_extra_check" CHECK ("sealed_response"."extra" between 0 and 5);--> statement-breakpoint
ALTER TABLE "sealed_response" ADD CONSTRAINT "sealed_response_locals_check" CHECK (cardinality("sealed_response"."locals") = 5);--> statement-breakpoint
ALTER TABLE "wave" ADD CONSTRAINT "wave_planned_check" CHECK ("wave"."closes_at" is null or "wave"."opens_at" is null or "wave"."closes_at" > "wave"."opens_at");--> statement-breakpoint
ALTER TABLE "wave" ADD CONSTRAINT "wave_receipt_check" CHECK ("wave"."receipt" is null or "wave"."receipt" ~ '^[0-9a-f]{64}$');--> statement-breakpoint
ALTER TABLE "wave_unit" ADD CONSTRAINT "wave_unit_invited_check" CHECK ("wave_unit"."invited" is null or "wave_unit"."invited" >= 0);