CREATE TABLE "account" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "account_email_key" UNIQUE("email"),
	CONSTRAINT "account_email_check" CHECK ("account"."email" = lower("account"."email") and length("account"."email") between 3 and 254),
	CONSTRAINT "account_status_check" CHECK ("account"."status" in ('active', 'disabled'))
);
--> statement-breakpoint
CREATE TABLE "account_token" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "account_token_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "account_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "account_token_purpose_check" CHECK ("account_token"."purpose" in ('set-password'))
);
--> statement-breakpoint
CREATE TABLE "operator" (
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operator_account_id_pk" PRIMARY KEY("account_id")
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "organisation_slug_key" UNIQUE("slug"),
	CONSTRAINT "organisation_slug_check" CHECK ("organisation"."slug" ~ '^[a-z0-9]([a-z0-9-]{0,46}[a-z0-9])?$'),
	CONSTRAINT "organisation_name_check" CHECK (length("organisation"."name") between 1 and 120),
	CONSTRAINT "organisation_status_check" CHECK ("organisation"."status" in ('active', 'suspended'))
);
--> statement-breakpoint
CREATE TABLE "security_event" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"org_id" uuid,
	"account_id" uuid,
	"kind" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "security_event_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"idle_minutes" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "session_id_pk" PRIMARY KEY("id"),
	CONSTRAINT "session_token_hash_key" UNIQUE("token_hash"),
	CONSTRAINT "session_idle_check" CHECK ("session"."idle_minutes" between 1 and 1440),
	CONSTRAINT "session_absolute_check" CHECK ("session"."expires_at" <= "session"."created_at" + interval '24 hours 1 minute')
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"key_hash" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_attempt_id_pk" PRIMARY KEY("id")
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"wave_id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"signal_u" smallint,
	"signal_c" smallint,
	"signal_i" smallint,
	"signal_k" smallint,
	"change_rolled_out" boolean DEFAULT false NOT NULL,
	"backlog_growing" boolean DEFAULT false NOT NULL,
	"service_could_be_harmed" boolean DEFAULT false NOT NULL,
	"answers" smallint[],
	"open_cases" integer,
	"cases_beyond_age" integer,
	"arrivals" integer,
	"closures" integer,
	"due_milestones" integer,
	"overdue_milestones" integer,
	"completed_items" integer,
	"reworked_items" integer,
	"vacancies" integer,
	"handovers_missed" integer,
	"part1_closed_at" timestamp with time zone,
	"part2_closed_at" timestamp with time zone,
	"part3_closed_at" timestamp with time zone,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessment_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "assessment_org_id_wave_id_team_id_key" UNIQUE("org_id","wave_id","team_id"),
	CONSTRAINT "assessment_signals_check" CHECK (least(signal_u, signal_c, signal_i, signal_k) >= 0 and greatest(signal_u, signal_c, signal_i, signal_k) <= 3),
	CONSTRAINT "assessment_answers_check" CHECK ("assessment"."answers" is null or (cardinality("assessment"."answers") = 12 and 0 <= all("assessment"."answers") is not false and 5 >= all("assessment"."answers") is not false)),
	CONSTRAINT "assessment_facts_check" CHECK (least(open_cases, cases_beyond_age, arrivals, closures, due_milestones, overdue_milestones, completed_items, reworked_items, vacancies, handovers_missed) >= 0),
	CONSTRAINT "assessment_facts_parts_check" CHECK ((overdue_milestones is null or due_milestones is null or overdue_milestones <= due_milestones) and (reworked_items is null or completed_items is null or reworked_items <= completed_items) and (cases_beyond_age is null or open_cases is null or cases_beyond_age <= open_cases)),
	CONSTRAINT "assessment_revision_check" CHECK ("assessment"."revision" >= 0)
);
--> statement-breakpoint
CREATE TABLE "assessment_note" (
	"org_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"note" text NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessment_note_org_id_assessment_id_person_id_pk" PRIMARY KEY("org_id","assessment_id","person_id"),
	CONSTRAINT "assessment_note_length_check" CHECK (length("assessment_note"."note") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "team_event" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"label" text DEFAULT '' NOT NULL,
	"happened_on" date NOT NULL,
	"wave_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_event_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "team_event_org_id_unit_id_wave_id_kind_key" UNIQUE("org_id","unit_id","wave_id","kind"),
	CONSTRAINT "team_event_kind_check" CHECK ("team_event"."kind" in ('new_policy', 'budget_pressure', 'new_priority', 'growing_backlog', 'service_harm', 'reorganised')),
	CONSTRAINT "team_event_label_check" CHECK (length("team_event"."label") <= 120)
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"person_id" uuid,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject_id" uuid,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_event_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "audit_event_action_check" CHECK ("audit_event"."action" ~ '^[a-z-]+[.][a-z-]+$')
);
--> statement-breakpoint
CREATE TABLE "import_chunk" (
	"org_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "import_chunk_org_id_import_id_position_pk" PRIMARY KEY("org_id","import_id","position"),
	CONSTRAINT "import_chunk_size_check" CHECK (octet_length("import_chunk"."bytes") between 1 and 1048576)
);
--> statement-breakpoint
CREATE TABLE "import_job" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'receiving' NOT NULL,
	"file_name" text NOT NULL,
	"file_size" bigint DEFAULT 0 NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"report" jsonb,
	"progress" integer DEFAULT 0 NOT NULL,
	"wave_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "import_job_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "import_job_kind_check" CHECK ("import_job"."kind" in ('responses', 'structure')),
	CONSTRAINT "import_job_status_check" CHECK ("import_job"."status" in ('receiving', 'uploaded', 'checking', 'checked', 'applying', 'applied', 'failed', 'withdrawn', 'expired')),
	CONSTRAINT "import_job_progress_check" CHECK ("import_job"."progress" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"org_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_org_id_account_id_pk" PRIMARY KEY("org_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "person_org_id_email_key" UNIQUE("org_id","email"),
	CONSTRAINT "person_org_id_account_id_key" UNIQUE("org_id","account_id"),
	CONSTRAINT "person_email_check" CHECK ("person"."email" = lower("person"."email") and length("person"."email") between 3 and 254),
	CONSTRAINT "person_name_check" CHECK (length("person"."name") between 1 and 120),
	CONSTRAINT "person_status_check" CHECK ("person"."status" in ('active', 'suspended', 'left'))
);
--> statement-breakpoint
CREATE TABLE "role_assignment" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"revoked_at" timestamp with time zone,
	"deputy_of" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "role_assignment_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "role_assignment_role_check" CHECK ("role_assignment"."role" in ('supervisor', 'senior_leader', 'hr_admin', 'member')),
	CONSTRAINT "role_assignment_dates_check" CHECK ("role_assignment"."ends_on" is null or "role_assignment"."ends_on" >= "role_assignment"."starts_on"),
	CONSTRAINT "role_assignment_deputy_check" CHECK ("role_assignment"."deputy_of" is null or ("role_assignment"."ends_on" is not null and "role_assignment"."ends_on" <= "role_assignment"."starts_on" + 28))
);
--> statement-breakpoint
CREATE TABLE "organisation_setting" (
	"org_id" uuid NOT NULL,
	"team_registration" text DEFAULT 'approve' NOT NULL,
	"zone" text DEFAULT 'Europe/London' NOT NULL,
	"hr_contact" text DEFAULT 'your HR team' NOT NULL,
	"k" integer DEFAULT 5 NOT NULL,
	CONSTRAINT "organisation_setting_org_id_pk" PRIMARY KEY("org_id"),
	CONSTRAINT "organisation_setting_registration_check" CHECK ("organisation_setting"."team_registration" in ('live', 'approve')),
	CONSTRAINT "organisation_setting_k_check" CHECK ("organisation_setting"."k" >= 5)
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"status" text DEFAULT 'live' NOT NULL,
	"path" uuid[] NOT NULL,
	"headcount" integer,
	"working_pattern" text,
	"closed_on" date,
	"merged_into" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unit_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "unit_org_id_code_key" UNIQUE("org_id","code"),
	CONSTRAINT "unit_kind_check" CHECK ("unit"."kind" in ('organisation', 'unit', 'team')),
	CONSTRAINT "unit_status_check" CHECK ("unit"."status" in ('pending', 'live', 'closed')),
	CONSTRAINT "unit_name_check" CHECK (length("unit"."name") between 1 and 120),
	CONSTRAINT "unit_code_check" CHECK (length("unit"."code") between 1 and 40),
	CONSTRAINT "unit_headcount_check" CHECK ("unit"."headcount" is null or "unit"."headcount" between 0 and 100000),
	CONSTRAINT "unit_working_pattern_check" CHECK ("unit"."working_pattern" is null or "unit"."working_pattern" in ('site', 'hybrid', 'remote')),
	CONSTRAINT "unit_path_check" CHECK (cardinality("unit"."path") >= 1 and "unit"."path"[cardinality("unit"."path")] = "unit"."id")
);
--> statement-breakpoint
CREATE TABLE "unit_placement" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"parent_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "unit_placement_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "unit_placement_dates_check" CHECK ("unit_placement"."ends_on" is null or "unit_placement"."ends_on" >= "unit_placement"."starts_on"),
	CONSTRAINT "unit_placement_self_check" CHECK ("unit_placement"."unit_id" <> "unit_placement"."parent_id")
);
--> statement-breakpoint
CREATE TABLE "release" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"wave_id" uuid NOT NULL,
	"verdict" text DEFAULT 'passed' NOT NULL,
	"status" text DEFAULT 'published' NOT NULL,
	"k" integer NOT NULL,
	"k2" integer NOT NULL,
	"s_direction" integer NOT NULL,
	"s_delivery" integer NOT NULL,
	"answers" integer NOT NULL,
	"statistics" jsonb NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "release_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "release_verdict_check" CHECK ("release"."verdict" = 'passed'),
	CONSTRAINT "release_status_check" CHECK ("release"."status" in ('published', 'withdrawn')),
	CONSTRAINT "release_k_check" CHECK ("release"."k" >= 5 and "release"."k2" >= 10 and "release"."k2" >= "release"."k")
);
--> statement-breakpoint
CREATE TABLE "release_audit" (
	"org_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"findings" integer NOT NULL,
	"input_hash" text NOT NULL,
	"code_version" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "release_audit_org_id_release_id_pk" PRIMARY KEY("org_id","release_id"),
	CONSTRAINT "release_audit_org_id_release_id_verdict_key" UNIQUE("org_id","release_id","verdict"),
	CONSTRAINT "release_audit_verdict_check" CHECK ("release_audit"."verdict" in ('passed', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "release_block" (
	"org_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"pattern" smallint NOT NULL,
	"unit_id" uuid NOT NULL,
	"direct" boolean NOT NULL,
	"n" integer NOT NULL,
	"direction_sum" integer NOT NULL,
	"delivery_sum" integer NOT NULL,
	"statement_sums" integer[],
	"moved_direction" boolean NOT NULL,
	"moved_delivery" boolean NOT NULL,
	CONSTRAINT "release_block_org_id_release_id_pattern_unit_id_direct_pk" PRIMARY KEY("org_id","release_id","pattern","unit_id","direct"),
	CONSTRAINT "release_block_pattern_check" CHECK ("release_block"."pattern" in (1, 2)),
	CONSTRAINT "release_block_n_check" CHECK ("release_block"."n" >= case "release_block"."pattern" when 1 then 5 else 10 end),
	CONSTRAINT "release_block_statements_check" CHECK (("release_block"."pattern" = 2) = ("release_block"."statement_sums" is not null))
);
--> statement-breakpoint
CREATE TABLE "release_cell" (
	"org_id" uuid NOT NULL,
	"release_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"direct" boolean NOT NULL,
	"parent_id" uuid,
	"path" uuid[] NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"has_children" boolean NOT NULL,
	"shown" boolean NOT NULL,
	"shown_in_files" boolean NOT NULL,
	"n" integer,
	"direction_sum" integer,
	"delivery_sum" integer,
	"engagement_limit" text,
	"delivery_limit" text,
	"statement_sums" integer[],
	"statement_unanswered" boolean[],
	"participation" integer,
	CONSTRAINT "release_cell_org_id_release_id_position_pk" PRIMARY KEY("org_id","release_id","position"),
	CONSTRAINT "release_cell_org_id_release_id_unit_id_direct_key" UNIQUE("org_id","release_id","unit_id","direct"),
	CONSTRAINT "release_cell_nested_check" CHECK ("release_cell"."shown" or not "release_cell"."shown_in_files"),
	CONSTRAINT "release_cell_hidden_check" CHECK ("release_cell"."shown" or ("release_cell"."n" is null and "release_cell"."direction_sum" is null and "release_cell"."statement_sums" is null)),
	CONSTRAINT "release_cell_files_check" CHECK ("release_cell"."shown_in_files" or "release_cell"."statement_sums" is null),
	CONSTRAINT "release_cell_participation_check" CHECK ("release_cell"."participation" is null or "release_cell"."participation" between 0 and 90)
);
--> statement-breakpoint
CREATE TABLE "release_measure" (
	"org_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"view" text NOT NULL,
	"teams" integer NOT NULL,
	"engagement_risk" double precision,
	"delivery_risk" double precision,
	CONSTRAINT "release_measure_org_id_wave_id_view_unit_id_pk" PRIMARY KEY("org_id","wave_id","view","unit_id"),
	CONSTRAINT "release_measure_view_check" CHECK ("release_measure"."view" in ('supervisors', 'counted')),
	CONSTRAINT "release_measure_engagement_check" CHECK ("release_measure"."engagement_risk" is null or "release_measure"."engagement_risk" between 0 and 100),
	CONSTRAINT "release_measure_delivery_check" CHECK ("release_measure"."delivery_risk" is null or "release_measure"."delivery_risk" between 0 and 100)
);
--> statement-breakpoint
CREATE TABLE "sealed_response" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"d1" smallint,
	"d2" smallint,
	"d3" smallint,
	"d4" smallint,
	"d5" smallint,
	"d6" smallint,
	"e1" smallint,
	"e2" smallint,
	"e3" smallint,
	"e4" smallint,
	"e5" smallint,
	"e6" smallint,
	CONSTRAINT "sealed_response_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "sealed_response_range_check" CHECK (least(d1,d2,d3,d4,d5,d6,e1,e2,e3,e4,e5,e6) >= 0 and greatest(d1,d2,d3,d4,d5,d6,e1,e2,e3,e4,e5,e6) <= 5)
);
--> statement-breakpoint
CREATE TABLE "wave" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"label" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"source" text DEFAULT 'none' NOT NULL,
	"k" integer NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "wave_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "wave_org_id_label_key" UNIQUE("org_id","label"),
	CONSTRAINT "wave_status_check" CHECK ("wave"."status" in ('draft', 'confirming', 'open', 'closing', 'sealed', 'published', 'withdrawn')),
	CONSTRAINT "wave_source_check" CHECK ("wave"."source" in ('none', 'import', 'pulse')),
	CONSTRAINT "wave_k_check" CHECK ("wave"."k" >= 5),
	CONSTRAINT "wave_label_check" CHECK (length("wave"."label") between 1 and 80),
	CONSTRAINT "wave_times_check" CHECK ("wave"."closed_at" is null or "wave"."opened_at" is null or "wave"."closed_at" >= "wave"."opened_at"),
	CONSTRAINT "wave_closed_check" CHECK ("wave"."status" not in ('sealed', 'published') or "wave"."closed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "wave_unit" (
	"org_id" uuid NOT NULL,
	"wave_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"parent_id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"path" uuid[] NOT NULL,
	"position" integer NOT NULL,
	"headcount" integer,
	CONSTRAINT "wave_unit_org_id_wave_id_unit_id_pk" PRIMARY KEY("org_id","wave_id","unit_id"),
	CONSTRAINT "wave_unit_kind_check" CHECK ("wave_unit"."kind" in ('organisation', 'unit', 'team'))
);
--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator" ADD CONSTRAINT "operator_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_event" ADD CONSTRAINT "security_event_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_org_id_team_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","team_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_note" ADD CONSTRAINT "assessment_note_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_note" ADD CONSTRAINT "assessment_note_org_id_assessment_id_assessment_org_id_id_fk" FOREIGN KEY ("org_id","assessment_id") REFERENCES "public"."assessment"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_event" ADD CONSTRAINT "team_event_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_event" ADD CONSTRAINT "team_event_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_chunk" ADD CONSTRAINT "import_chunk_org_id_import_id_import_job_org_id_id_fk" FOREIGN KEY ("org_id","import_id") REFERENCES "public"."import_job"("org_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_org_id_created_by_person_org_id_id_fk" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_deputy_fk" FOREIGN KEY ("org_id","deputy_of") REFERENCES "public"."role_assignment"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_setting" ADD CONSTRAINT "organisation_setting_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_merged_into_fk" FOREIGN KEY ("org_id","merged_into") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_placement" ADD CONSTRAINT "unit_placement_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_placement" ADD CONSTRAINT "unit_placement_org_id_parent_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","parent_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_passed_audit_fk" FOREIGN KEY ("org_id","id","verdict") REFERENCES "public"."release_audit"("org_id","release_id","verdict") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_audit" ADD CONSTRAINT "release_audit_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_block" ADD CONSTRAINT "release_block_org_id_release_id_release_org_id_id_fk" FOREIGN KEY ("org_id","release_id") REFERENCES "public"."release"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_cell" ADD CONSTRAINT "release_cell_org_id_release_id_release_org_id_id_fk" FOREIGN KEY ("org_id","release_id") REFERENCES "public"."release"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_cell" ADD CONSTRAINT "release_cell_org_id_wave_id_unit_id_wave_unit_org_id_wave_id_unit_id_fk" FOREIGN KEY ("org_id","wave_id","unit_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_measure" ADD CONSTRAINT "release_measure_org_id_wave_id_unit_id_wave_unit_org_id_wave_id_unit_id_fk" FOREIGN KEY ("org_id","wave_id","unit_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_response" ADD CONSTRAINT "sealed_response_org_id_wave_id_unit_id_wave_unit_org_id_wave_id_unit_id_fk" FOREIGN KEY ("org_id","wave_id","unit_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave" ADD CONSTRAINT "wave_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_unit" ADD CONSTRAINT "wave_unit_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_unit" ADD CONSTRAINT "wave_unit_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wave_unit" ADD CONSTRAINT "wave_unit_parent_fk" FOREIGN KEY ("org_id","wave_id","parent_id") REFERENCES "public"."wave_unit"("org_id","wave_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_token_account_id_idx" ON "account_token" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "security_event_org_id_at_idx" ON "security_event" USING btree ("org_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "session_account_id_idx" ON "session" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_key_hash_at_idx" ON "sign_in_attempt" USING btree ("key_hash","at");--> statement-breakpoint
CREATE INDEX "assessment_org_id_team_id_idx" ON "assessment" USING btree ("org_id","team_id");--> statement-breakpoint
CREATE INDEX "audit_event_org_id_at_idx" ON "audit_event" USING btree ("org_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_event_org_id_action_at_idx" ON "audit_event" USING btree ("org_id","action","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "import_job_org_id_created_at_idx" ON "import_job" USING btree ("org_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "membership_account_id_idx" ON "membership" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_assignment_live_key" ON "role_assignment" USING btree ("org_id","person_id","role","unit_id") WHERE revoked_at is null and ends_on is null;--> statement-breakpoint
CREATE INDEX "role_assignment_org_id_unit_id_role_idx" ON "role_assignment" USING btree ("org_id","unit_id","role");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_one_root_key" ON "unit" USING btree ("org_id") WHERE kind = 'organisation';--> statement-breakpoint
CREATE UNIQUE INDEX "unit_placement_open_key" ON "unit_placement" USING btree ("org_id","unit_id") WHERE ends_on is null;--> statement-breakpoint
CREATE INDEX "unit_placement_org_id_parent_id_idx" ON "unit_placement" USING btree ("org_id","parent_id");--> statement-breakpoint
CREATE INDEX "release_org_id_wave_id_idx" ON "release" USING btree ("org_id","wave_id");--> statement-breakpoint
CREATE INDEX "release_cell_org_id_unit_id_idx" ON "release_cell" USING btree ("org_id","unit_id");--> statement-breakpoint
CREATE INDEX "sealed_response_org_id_wave_id_unit_id_idx" ON "sealed_response" USING btree ("org_id","wave_id","unit_id");--> statement-breakpoint
CREATE INDEX "wave_org_id_closed_at_idx" ON "wave" USING btree ("org_id","closed_at" DESC NULLS LAST);