ALTER TABLE "account_token" DROP CONSTRAINT "account_token_purpose_check";--> statement-breakpoint
ALTER TABLE "account_token" ADD COLUMN "org_id" uuid;--> statement-breakpoint
ALTER TABLE "account_token" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "account_token" ADD COLUMN "issued_by" uuid;--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_org_id_organisation_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_issued_by_account_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_org_id_person_id_person_org_id_id_fk" FOREIGN KEY ("org_id","person_id") REFERENCES "public"."person"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_token_org_id_person_id_idx" ON "account_token" USING btree ("org_id","person_id");--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_join_check" CHECK ("account_token"."purpose" <> 'join' or "account_token"."person_id" is not null);--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_place_check" CHECK (("account_token"."org_id" is null) = ("account_token"."person_id" is null));--> statement-breakpoint
ALTER TABLE "account_token" ADD CONSTRAINT "account_token_purpose_check" CHECK ("account_token"."purpose" in ('set-password', 'join'));
--> statement-breakpoint
-- A link made by an organisation can be seen (its hash only) and ended by that organisation, never by another one.
drop policy by_secret on account_token;
--> statement-breakpoint
create policy by_secret on account_token for all to bearing_app
  using (
    token_hash = (select app.setting('token_hash'))
    or account_id = (select app.account_or_null())
    or org_id = (select app.org_or_null())
  )
  with check (
    org_id is null
    or org_id = (select app.org_or_null())
    or token_hash = (select app.setting('token_hash'))
    or account_id = (select app.account_or_null())
  );
