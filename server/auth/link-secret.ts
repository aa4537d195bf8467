import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "#server/kernel/env.ts";

const linkKey = (): Buffer => Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "bearing sign-in link", 32));

/** What a sign-in link carries beside the token's id: made again when the mail is sent, so that it is stored nowhere. */
export const secretOfLink = (tokenId: string): string =>
  createHmac("sha256", linkKey()).update(tokenId).digest("base64url");

/** True for the secret of this token, in the same time for any other. */
export function isSecretOfLink(tokenId: string, unverifiedSecret: string): boolean {
  const [own, given] = [Buffer.from(secretOfLink(tokenId)), Buffer.from(unverifiedSecret)];
  return own.length === given.length && timingSafeEqual(own, given);
}

/** What is stored: it fits only together with the cookie of the browser that asked. */
export const hashOfLink = (tokenId: string, browser: string): string =>
  createHash("sha256")
    .update(`${secretOfLink(tokenId)}.${browser}`)
    .digest("hex");
