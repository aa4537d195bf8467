-- Notes are deleted when they are published, and their file is then written anew.
grant maintain on sealed_note to bearing_releaser;
--> statement-breakpoint
-- Whoever runs waves raises k, as the app; the releaser has no need of it.
revoke update (k) on wave from bearing_releaser;
