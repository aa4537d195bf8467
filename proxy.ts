import { type NextRequest, NextResponse } from "next/server";

/**
 * Pages without script for people without an account, and the sheet of cards that HR prints for them: their handlers answer
 * with a policy of their own (server/respond/page.ts), and nothing here may change it (two policies would block the styles)
 * or copy the secret of a link into another header.
 */
const RESPONDENT = /^\/(?:r|about)\/[^/]+$|^\/d\/[^/]+(?:\/notice)?$|^\/o\/[^/]+\/waves\/[^/]+\/cards\/[^/]+$/;

/**
 * Headers only, never authorisation: with this file switched off, every refusal still happens. The nonce policy makes
 * every page dynamic. `style-src-attr` allows style attributes (Mantine and Recharts position with them); style
 * elements and scripts need the nonce. See docs/adr for the reason.
 */
export function proxy(request: NextRequest): NextResponse {
  if (RESPONDENT.test(request.nextUrl.pathname)) return withTransportSecurity(request, NextResponse.next());
  const nonce = btoa(crypto.randomUUID());
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");

  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("x-content-type-options", "nosniff");
  response.headers.set("referrer-policy", "no-referrer");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  response.headers.set("cross-origin-opener-policy", "same-origin");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("cache-control", "no-store");
  return withTransportSecurity(request, response);
}

function withTransportSecurity(request: NextRequest, response: NextResponse): NextResponse {
  if (request.nextUrl.protocol === "https:" || request.headers.get("x-forwarded-proto") === "https") {
    response.headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

export const config = {
  matcher: [{ source: "/((?!_next/static|_next/image|favicon.ico|icon.svg).*)" }],
};
