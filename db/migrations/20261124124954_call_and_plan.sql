CREATE TABLE "call_private" (
	"org_id" uuid NOT NULL,
	"call_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"basis" jsonb NOT NULL,
	"reason" text,
	CONSTRAINT "call_private_org_id_call_id_pk" PRIMARY KEY("org_id","call_id"),
	CONSTRAINT "call_private_reason_check" CHECK (length("call_private"."reason") between 1 and 500)
);
--> statement-breakpoint
CREATE TABLE "team_call" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"wave_id" uuid,
	"call" text NOT NULL,
	"choice" text,
	"decided_at" timestamp with time zone,
	"made_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_call_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "team_call_call_check" CHECK ("team_call"."call" in ('keep_the_rhythm', 'lead', 'manage', 'lead_then_manage', 'manage_then_lead', 'too_close_to_call')),
	CONSTRAINT "team_call_choice_check" CHECK ("team_call"."choice" is null or "team_call"."choice" in ('keep_the_rhythm', 'lead', 'manage', 'lead_then_manage', 'manage_then_lead')),
	CONSTRAINT "team_call_decided_check" CHECK (("team_call"."choice" is null) = ("team_call"."decided_at" is null)),
	CONSTRAINT "team_call_times_check" CHECK ("team_call"."expires_at" > "team_call"."made_at")
);
--> statement-breakpoint
CREATE TABLE "escalation" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"at_unit_id" uuid NOT NULL,
	"question" text NOT NULL,
	"asked_on" date NOT NULL,
	"due_on" date NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "escalation_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "escalation_status_check" CHECK ("escalation"."status" in ('waiting', 'answered', 'withdrawn')),
	CONSTRAINT "escalation_question_check" CHECK (length("escalation"."question") between 1 and 400),
	CONSTRAINT "escalation_due_check" CHECK ("escalation"."due_on" > "escalation"."asked_on")
);
--> statement-breakpoint
CREATE TABLE "escalation_step" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"escalation_id" uuid NOT NULL,
	"at_unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"sentence" text,
	"by_date" date,
	"person_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "escalation_step_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "escalation_step_kind_check" CHECK ("escalation_step"."kind" in ('yes_by', 'in_part', 'no_because', 'not_mine', 'overdue', 'withdrawn')),
	CONSTRAINT "escalation_step_sentence_check" CHECK (length("escalation_step"."sentence") between 1 and 300),
	CONSTRAINT "escalation_step_date_check" CHECK (("escalation_step"."kind" = 'yes_by') = ("escalation_step"."by_date" is not null))
);
--> statement-breakpoint
CREATE TABLE "last_look" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"page" text NOT NULL,
	"looked_at" timestamp with time zone NOT NULL,
	"before_at" timestamp with time zone,
	CONSTRAINT "last_look_org_id_person_id_page_pk" PRIMARY KEY("org_id","person_id","page"),
	CONSTRAINT "last_look_page_check" CHECK (length("last_look"."page") between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "other_measure" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"year" integer NOT NULL,
	"value" double precision NOT NULL,
	"scale" text NOT NULL,
	"source" text NOT NULL,
	"licence" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "other_measure_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "other_measure_org_id_unit_id_title_year_key" UNIQUE("org_id","unit_id","title","year"),
	CONSTRAINT "other_measure_kind_check" CHECK ("other_measure"."kind" in ('delivery_rating', 'engagement_figure')),
	CONSTRAINT "other_measure_year_check" CHECK ("other_measure"."year" between 1990 and 2100),
	CONSTRAINT "other_measure_words_check" CHECK (length("other_measure"."title") between 1 and 120 and length("other_measure"."source") between 1 and 300 and length("other_measure"."licence") between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "plan_action" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"side" text NOT NULL,
	"result" text NOT NULL,
	"steps" text[] NOT NULL,
	"owner_id" uuid NOT NULL,
	"started_on" date NOT NULL,
	"due_on" date NOT NULL,
	"library_id" text,
	"call_id" uuid,
	"chosen_anyway" boolean DEFAULT false NOT NULL,
	"created_by" uuid NOT NULL,
	"closed_on" date,
	"outcome" text,
	"learned" text,
	"would_lose" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_action_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "plan_action_side_check" CHECK ("plan_action"."side" in ('lead', 'manage')),
	CONSTRAINT "plan_action_result_check" CHECK (length("plan_action"."result") between 1 and 200),
	CONSTRAINT "plan_action_steps_check" CHECK (cardinality("plan_action"."steps") <= 5),
	CONSTRAINT "plan_action_due_check" CHECK ("plan_action"."due_on" between "plan_action"."started_on" and "plan_action"."started_on" + 56),
	CONSTRAINT "plan_action_outcome_check" CHECK ("plan_action"."outcome" in ('kept', 'changed', 'stopped')),
	CONSTRAINT "plan_action_closed_check" CHECK (("plan_action"."closed_on" is null) = ("plan_action"."outcome" is null)),
	CONSTRAINT "plan_action_words_check" CHECK (length("plan_action"."learned") <= 500 and length("plan_action"."would_lose") <= 500)
);
--> statement-breakpoint
CREATE TABLE "playbook_run" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"name" text NOT NULL,
	"state" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"started_by" uuid NOT NULL,
	"ended_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "playbook_run_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "playbook_run_name_check" CHECK ("playbook_run"."name" in ('policy_roll_out', 'case_backlog'))
);
--> statement-breakpoint
CREATE TABLE "rhythm" (
	"org_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"every_days" integer NOT NULL,
	"last_held_on" date,
	CONSTRAINT "rhythm_org_id_unit_id_kind_pk" PRIMARY KEY("org_id","unit_id","kind"),
	CONSTRAINT "rhythm_kind_check" CHECK ("rhythm"."kind" in ('one_to_one', 'team_review')),
	CONSTRAINT "rhythm_every_check" CHECK ("rhythm"."every_days" between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "supervisor_support" (
	"org_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"mentor" text,
	"first_training_on" date,
	"second_training_on" date,
	"last_check_in_on" date,
	CONSTRAINT "supervisor_support_org_id_person_id_pk" PRIMARY KEY("org_id","person_id"),
	CONSTRAINT "supervisor_support_mentor_check" CHECK (length("supervisor_support"."mentor") between 1 and 120)
);
--> statement-breakpoint
CREATE TABLE "team_decision" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"said" text NOT NULL,
	"decided" text NOT NULL,
	"decided_on" date NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_decision_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "team_decision_words_check" CHECK (length("team_decision"."said") between 1 and 300 and length("team_decision"."decided") between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "team_purpose" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"sentence" text NOT NULL,
	"benefits" text NOT NULL,
	"priority_id" uuid,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "team_purpose_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "team_purpose_words_check" CHECK (length("team_purpose"."sentence") between 3 and 300 and length("team_purpose"."benefits") <= 80)
);
--> statement-breakpoint
CREATE TABLE "unit_priority" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"words" text NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "unit_priority_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "unit_priority_position_check" CHECK ("unit_priority"."position" between 1 and 3),
	CONSTRAINT "unit_priority_words_check" CHECK (length("unit_priority"."words") between 3 and 160)
);
--> statement-breakpoint
CREATE TABLE "waiting_on" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"who" text NOT NULL,
	"needed" text NOT NULL,
	"last_contact_on" date NOT NULL,
	"closed_on" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "waiting_on_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "waiting_on_words_check" CHECK (length("waiting_on"."who") between 1 and 120 and length("waiting_on"."needed") between 1 and 300)
);
--> statement-breakpoint
CREATE TABLE "worth_checking_answer" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"detector" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "worth_checking_answer_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "worth_checking_answer_detector_check" CHECK ("worth_checking_answer"."detector" in ('new_without_backup', 'trusted_next_steps_unclear', 'check_without_finding', 'decisions_queueing', 'good_spirit_slipping_dates', 'agreed_without_name')),
	CONSTRAINT "worth_checking_answer_reason_check" CHECK (length("worth_checking_answer"."reason") between 1 and 300)
);
--> statement-breakpoint
ALTER TABLE "call_private" ADD CONSTRAINT "call_private_org_id_call_id_team_call_org_id_id_fk" FOREIGN KEY ("org_id","call_id") REFERENCES "public"."team_call"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_private" ADD CONSTRAINT "call_private_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_call" ADD CONSTRAINT "team_call_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_call" ADD CONSTRAINT "team_call_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_call" ADD CONSTRAINT "team_call_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_org_id_at_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","at_unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_org_id_asked_by_person_org_id_id_fk" FOREIGN KEY ("org_id","asked_by") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_step" ADD CONSTRAINT "escalation_step_org_id_escalation_id_escalation_org_id_id_fk" FOREIGN KEY ("org_id","escalation_id") REFERENCES "public"."escalation"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_step" ADD CONSTRAINT "escalation_step_org_id_at_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","at_unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalation_step" ADD CONSTRAINT "escalation_step_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "last_look" ADD CONSTRAINT "last_look_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "other_measure" ADD CONSTRAINT "other_measure_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_org_id_owner_id_person_org_id_id_fk" FOREIGN KEY ("org_id","owner_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_org_id_created_by_person_org_id_id_fk" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_action" ADD CONSTRAINT "plan_action_org_id_call_id_team_call_org_id_id_fk" FOREIGN KEY ("org_id","call_id") REFERENCES "public"."team_call"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_run" ADD CONSTRAINT "playbook_run_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "playbook_run" ADD CONSTRAINT "playbook_run_org_id_started_by_person_org_id_id_fk" FOREIGN KEY ("org_id","started_by") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rhythm" ADD CONSTRAINT "rhythm_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supervisor_support" ADD CONSTRAINT "supervisor_support_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_decision" ADD CONSTRAINT "team_decision_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_decision" ADD CONSTRAINT "team_decision_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_purpose" ADD CONSTRAINT "team_purpose_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_purpose" ADD CONSTRAINT "team_purpose_org_id_priority_id_unit_priority_org_id_id_fk" FOREIGN KEY ("org_id","priority_id") REFERENCES "public"."unit_priority"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_purpose" ADD CONSTRAINT "team_purpose_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_priority" ADD CONSTRAINT "unit_priority_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_priority" ADD CONSTRAINT "unit_priority_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "waiting_on" ADD CONSTRAINT "waiting_on_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worth_checking_answer" ADD CONSTRAINT "worth_checking_answer_org_id_unit_id_unit_org_id_id_fk" FOREIGN KEY ("org_id","unit_id") REFERENCES "public"."unit"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "worth_checking_answer" ADD CONSTRAINT "worth_checking_answer_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "team_call_org_id_unit_id_made_at_idx" ON "team_call" USING btree ("org_id","unit_id","made_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "escalation_org_id_at_unit_id_status_due_on_idx" ON "escalation" USING btree ("org_id","at_unit_id","status","due_on");--> statement-breakpoint
CREATE INDEX "escalation_org_id_unit_id_idx" ON "escalation" USING btree ("org_id","unit_id");--> statement-breakpoint
CREATE INDEX "escalation_step_org_id_escalation_id_at_idx" ON "escalation_step" USING btree ("org_id","escalation_id","at");--> statement-breakpoint
CREATE INDEX "plan_action_org_id_unit_id_closed_on_idx" ON "plan_action" USING btree ("org_id","unit_id","closed_on");--> statement-breakpoint
CREATE UNIQUE INDEX "playbook_run_open_key" ON "playbook_run" USING btree ("org_id","unit_id","name") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "team_decision_org_id_unit_id_decided_on_idx" ON "team_decision" USING btree ("org_id","unit_id","decided_on" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "team_purpose_org_id_unit_id_created_at_idx" ON "team_purpose" USING btree ("org_id","unit_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "unit_priority_live_key" ON "unit_priority" USING btree ("org_id","unit_id","position") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "waiting_on_org_id_unit_id_closed_on_idx" ON "waiting_on" USING btree ("org_id","unit_id","closed_on");--> statement-breakpoint
CREATE INDEX "worth_checking_answer_org_id_unit_id_idx" ON "worth_checking_answer" USING btree ("org_id","unit_id");