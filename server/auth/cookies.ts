import { decode } from "next-auth/jwt";
import { env, isSecure } from "#server/kernel/env.ts";

/** `__Host-` where the configured address is https; plain names only on http. */
export const sessionCookieName = (): string => (isSecure() ? "__Host-bearing.session" : "bearing.session");

/** Ties a mailed link to the browser that asked for it. */
export const linkCookieName = (): string => (isSecure() ? "__Host-bearing.link" : "bearing.link");

/** What a link is tied to, out of the request's cookies; empty when this browser has not asked for one. */
export function linkBrowser(cookieHeader: string | null): string {
  const name = linkCookieName();
  const pair = (cookieHeader ?? "").split(/;\s*/).find((c) => c.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) ?? "";
}

/** The session's secret out of the request's cookies, or null. The token holds nothing else: roles never travel in it. */
export async function sessionSecret(cookieHeader: string | null): Promise<string | null> {
  const name = sessionCookieName();
  const pair = (cookieHeader ?? "").split(/;\s*/).find((c) => c.startsWith(`${name}=`));
  if (!pair) return null;
  try {
    const token = await decode({
      token: decodeURIComponent(pair.slice(name.length + 1)),
      secret: env().AUTH_SECRET,
      salt: name,
    });
    return typeof token?.secret === "string" ? token.secret : null;
  } catch {
    return null;
  }
}
