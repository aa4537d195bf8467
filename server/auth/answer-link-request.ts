import { z } from "zod";
import { callerAddress } from "#server/kernel/caller-address.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { env, isSecure } from "#server/kernel/env.ts";
import { newSecret } from "#server/kernel/secrets.ts";
import { linkCookieName } from "./cookies.ts";
import { LINK_MINUTES, requestLink } from "./request-link.ts";

const Asked = z.object({ email: z.string().min(3).max(254) });

/**
 * The request behind "E-mail me a link": JSON from a page of ours only, so that no other site can ask in somebody's name
 * or set the cookie.
 */
export async function answerLinkRequest(request: Request): Promise<Response> {
  const foreign = request.headers.get("origin") !== new URL(env().BEARING_URL).origin;
  const json = request.headers.get("content-type")?.startsWith("application/json") ?? false;
  if (foreign || !json || env().BEARING_SMTP_URL === undefined) return Response.json({}, { status: 404 });
  const input = Asked.safeParse(await request.json().catch(() => null));
  if (!input.success) return Response.json({}, { status: 400 });
  const browser = newSecret();
  const address = callerAddress(request.headers.get("x-forwarded-for"));
  const outcome = await requestLink({ ...input.data, address, browser }, systemClock);
  if (outcome === "too_many") return Response.json({}, { status: 429 });
  const cookie = [
    `${linkCookieName()}=${browser}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${LINK_MINUTES * 60}`,
    ...(isSecure() ? ["Secure"] : []),
  ].join("; ");
  return Response.json({}, { headers: { "set-cookie": cookie, "cache-control": "no-store" } });
}
