import { defineConfig } from "drizzle-kit";

/** Only `drizzle-kit generate` uses this; it needs no database. Migrations run through `npm run migrate`. */
export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/index.ts",
  out: "./db/migrations",
  migrations: { prefix: "timestamp" },
});
