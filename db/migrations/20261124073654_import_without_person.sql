ALTER TABLE "import_job" DROP CONSTRAINT "import_job_status_check";--> statement-breakpoint
ALTER TABLE "import_job" ALTER COLUMN "created_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_status_check" CHECK ("import_job"."status" in ('receiving', 'uploaded', 'checking', 'checked', 'applying', 'applied', 'failed', 'withdrawn', 'discarded', 'expired'));