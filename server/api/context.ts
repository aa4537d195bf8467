import { sessionSecret } from "#server/auth/cookies.ts";
import { systemClock } from "#server/kernel/clock.ts";
import type { Context } from "./trpc.ts";

/** What a request claims; nothing of it is believed until a procedure has looked it up. */
export async function createContext(headers: Headers, unverifiedSlug: string | null): Promise<Context> {
  return {
    unverifiedSecret: await sessionSecret(headers.get("cookie")),
    unverifiedSlug,
    clock: systemClock,
  };
}

/** Browsers say where a request comes from; tools without a browser's cookie jar may leave it out. */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  // "null" (a sandboxed frame, a data: page) parses to nothing and is no origin of ours.
  return origin === null || (URL.canParse(origin) && new URL(origin).host === headers.get("host"));
}
