import { createHash, createHmac } from "node:crypto";

/** 26 characters of Crockford's base 32: 130 bits, no letters that are mistaken for digits when typed from paper. */
const SECRET_LENGTH = 26;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

export type PulseLink = { slug: string; code: string; secret: string };

/**
 * The last part of the address `/r/<organisation>.<team code>.<secret>`. The first two give tenant, wave and team before
 * anything is looked up; the secret has no dot and a fixed length, so a team code may hold anything.
 */
export function formatLink({ slug, code, secret }: PulseLink): string {
  return `${slug}.${encodeURIComponent(code)}.${secret}`;
}

/** Takes an address apart. Null when it cannot be a link. @param unverified as the router gave it, decoded or not */
export function parseLink(unverified: string): PulseLink | null {
  const first = unverified.indexOf(".");
  const last = unverified.lastIndexOf(".");
  if (first < 1 || last <= first || unverified.length > 300) return null;
  const secret = unverified.slice(last + 1).toLowerCase();
  if (secret.length !== SECRET_LENGTH || [...secret].some((c) => !ALPHABET.includes(c))) return null;
  try {
    const code = decodeURIComponent(unverified.slice(first + 1, last));
    return code === "" ? null : { slug: unverified.slice(0, first), code, secret };
  } catch {
    return null;
  }
}

/** HMAC of the invitation's id with the wave's key: a link can be made again until the key is destroyed, and never stored. */
export function deriveSecret(waveKey: Buffer, invitationId: string): string {
  const digest = createHmac("sha256", waveKey).update(invitationId).digest();
  return Array.from(digest.subarray(0, SECRET_LENGTH), (byte) => ALPHABET[byte % 32]).join("");
}

/** What the invitation keeps of a secret. */
export const hashOfSecret = (secret: string): Buffer => createHash("sha256").update(secret).digest();
