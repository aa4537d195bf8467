CREATE TABLE "certificate_link" (
	"org_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"wave_id" uuid NOT NULL,
	"purpose" text DEFAULT 'certificate' NOT NULL,
	"token_hash" text NOT NULL,
	"label" text NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "certificate_link_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "certificate_link_org_id_token_hash_key" UNIQUE("org_id","token_hash"),
	CONSTRAINT "certificate_link_purpose_check" CHECK ("certificate_link"."purpose" = 'certificate'),
	CONSTRAINT "certificate_link_hash_check" CHECK ("certificate_link"."token_hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "certificate_link_label_check" CHECK (length("certificate_link"."label") between 1 and 80),
	CONSTRAINT "certificate_link_expires_check" CHECK ("certificate_link"."expires_at" > "certificate_link"."created_at")
);
--> statement-breakpoint
ALTER TABLE "release_audit" ADD COLUMN "block_hash" text;--> statement-breakpoint
ALTER TABLE "certificate_link" ADD CONSTRAINT "certificate_link_org_id_wave_id_wave_org_id_id_fk" FOREIGN KEY ("org_id","wave_id") REFERENCES "public"."wave"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_link" ADD CONSTRAINT "certificate_link_org_id_created_by_person_org_id_id_fk" FOREIGN KEY ("org_id","created_by") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_link_org_id_wave_id_idx" ON "certificate_link" USING btree ("org_id","wave_id");--> statement-breakpoint
ALTER TABLE "release_audit" ADD CONSTRAINT "release_audit_block_hash_check" CHECK ("release_audit"."block_hash" ~ '^[0-9a-f]{64}$');