import { randomBytes, randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveSecret, formatLink, hashOfSecret, parseLink } from "./link.ts";

const secret = deriveSecret(Buffer.alloc(32, 7), "00000000-0000-4000-8000-000000000000");

describe("a pulse link", () => {
  test("comes back as it was made, whatever the team's code holds", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/),
        fc.string({ minLength: 1, maxLength: 40 }),
        (slug, code) => {
          fc.pre(code.isWellFormed());
          expect(parseLink(formatLink({ slug, code, secret }))).toEqual({ slug, code, secret });
        },
      ),
    );
  });

  test("may be typed in capitals", () => {
    expect(parseLink(`north.T1.${secret.toUpperCase()}`)?.secret).toBe(secret);
  });

  test.each([
    "",
    "north",
    `north.${secret}`,
    `.T1.${secret}`,
    `north.T1.${secret.slice(1)}`,
    `north.T1.${secret}0`,
    `north.T1.${"u".repeat(26)}`,
    `north.%E0%A4%A.${secret}`,
    `north.${"x".repeat(300)}.${secret}`,
  ])("%s is none", (text) => {
    expect(parseLink(text)).toBeNull();
  });
});

describe("a secret", () => {
  test("is the same for the same key and invitation, and another for any other", () => {
    const [key, id] = [randomBytes(32), randomUUID()];
    expect(deriveSecret(key, id)).toBe(deriveSecret(key, id));
    expect(deriveSecret(key, id)).not.toBe(deriveSecret(key, randomUUID()));
    expect(deriveSecret(key, id)).not.toBe(deriveSecret(randomBytes(32), id));
    expect(deriveSecret(key, id)).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
  });

  test("does not stand in its hash", () => {
    expect(hashOfSecret(secret)).toHaveLength(32);
    expect(hashOfSecret(secret).toString("latin1")).not.toContain(secret);
  });
});
