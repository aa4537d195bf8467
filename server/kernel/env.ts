import { z } from "zod";

/** The only place that reads the environment. Parsed once, on first use, so that a build needs no database. */
const Env = z
  .object({
    NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
    /** Connection of the app role: owns nothing, bypasses nothing. */
    DATABASE_URL: z.url(),
    /** Connection of the releaser role: reads sealed answers, writes releases. */
    DATABASE_RELEASER_URL: z.url(),
    /** Connection of the respondent role: may call the vault's two functions and nothing else. */
    DATABASE_RESPONDENT_URL: z.url(),
    /** Signs the session cookie. */
    AUTH_SECRET: z.string().min(32),
    /** Public address, e.g. https://bearing.example.org; decides cookie names and HSTS. */
    BEARING_URL: z.url().default("http://localhost:3000"),
    /** Connections of the app role per process. */
    BEARING_POOL: z.coerce.number().int().min(1).max(100).default(10),
    /** "off" behind PgBouncer in transaction mode. */
    BEARING_PREPARE: z.enum(["on", "off"]).default("on"),
    BEARING_LOG: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    /** How many proxies in front append to X-Forwarded-For; 0: the header is not believed. */
    BEARING_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
    /** smtp:// or smtps:// with name and password where the provider asks for them. Left out: no mail is sent. */
    BEARING_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
    /** Whom mails come from, e.g. Bearing <pulse@example.org>. */
    BEARING_MAIL_FROM: z
      .string()
      .regex(/^(?:[^<>]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/)
      .optional(),
  })
  .refine((found) => found.BEARING_SMTP_URL === undefined || found.BEARING_MAIL_FROM !== undefined, {
    path: ["BEARING_MAIL_FROM"],
    message: "say whom mails come from, because BEARING_SMTP_URL is set",
  });
export type Env = z.infer<typeof Env>;

let parsed: Env | undefined;

/** @throws Error naming each missing or wrong variable, in one sentence each. */
export function env(): Env {
  if (parsed) return parsed;
  const result = Env.safeParse(process.env);
  if (!result.success) {
    const wrong = result.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ");
    throw new Error(`The configuration is not usable. ${wrong}`);
  }
  parsed = result.data;
  return parsed;
}

/** Served over https: `__Host-` cookies, Secure and HSTS. */
export function isSecure(): boolean {
  return env().BEARING_URL.startsWith("https://");
}
