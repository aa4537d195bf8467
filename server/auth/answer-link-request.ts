import { z } from "zod";
import { callerAddress } from "#server/kernel/caller-address.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { env, isSecure } from "#server/kernel/env.ts";
import { newSecret } from "#server/kernel/secrets.ts";
import { linkCookieName } from "./cookies.ts";
import { LINK_MINUTES, requestLink } from "./request-link.ts";

const Address = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/);

/**
 * The form behind "E-mail me a link", and back to the sign-in page. From a page of ours only, so that no other site asks in
 * somebody's name or sets the cookie: under our policy a form has no Origin to go by, but every current browser says
 * whether it comes from the same one.
 */
export async function answerLinkRequest(request: Request): Promise<Response> {
  const own = request.headers.get("sec-fetch-site") === "same-origin";
  if (!own || env().BEARING_SMTP_URL === undefined) return new Response(null, { status: 404 });
  const form = await request.formData().catch(() => null);
  const email = Address.safeParse(form?.get("email"));
  if (!email.success) return back("no_address");
  const browser = newSecret();
  const address = callerAddress(request.headers.get("x-forwarded-for"));
  const outcome = await requestLink({ email: email.data, address, browser }, systemClock);
  if (outcome === "too_many") return back("too_many");
  const cookie = [
    `${linkCookieName()}=${browser}`,
    "Path=/",
    "HttpOnly",
    "SameSite=Lax",
    `Max-Age=${LINK_MINUTES * 60}`,
    ...(isSecure() ? ["Secure"] : []),
  ].join("; ");
  return back("asked", { "set-cookie": cookie });
}

function back(outcome: string, headers: Record<string, string> = {}): Response {
  return new Response(null, {
    status: 303,
    headers: { location: `/sign-in?link=${outcome}`, "cache-control": "no-store", ...headers },
  });
}
