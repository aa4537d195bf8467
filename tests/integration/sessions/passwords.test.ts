import { describe, expect, test } from "vitest";
import { hashPassword, passwordProblem, verifyPassword } from "#server/auth/passwords.ts";

describe("which passwords are accepted", () => {
  test.each([
    "short",
    "elevenchars",
    "passwordpassword",
    "qwertyuiop123",
    "letmein123456",
    "123456789012",
    "aaaaaaaaaaaaaaaa",
    "Password1234",
    "P@ssw0rd1234",
    "iloveyouiloveyou",
    "alice@north.example",
    "x".repeat(201),
  ])("%j is refused with a sentence", (password) => {
    expect(passwordProblem(password, ["alice@north.example", "Alice"])).toMatch(/\.$/);
  });

  test.each([
    "otter grave lantern plum",
    "correct-horse-battery-staple-rhubarb",
    "v9$kQ2!mZr7Lp0",
    "Tíogar faoi chrann úll sa gharraí",
  ])("%j is accepted", (password) => {
    expect(passwordProblem(password, ["alice@north.example", "Alice"])).toBeNull();
  });
});

test("a stored password is argon2id with OWASP's parameters, and never the same twice", async () => {
  const [a, b] = await Promise.all([hashPassword("otter grave lantern"), hashPassword("otter grave lantern")]);
  expect(a).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(a).not.toBe(b);
  expect(await verifyPassword(a, "otter grave lantern")).toBe(true);
  expect(await verifyPassword(a, "otter grave lanterns")).toBe(false);
  expect(await verifyPassword(null, "nobody has this password")).toBe(false);
});

test("accents that are typed composed or in two parts are the same password", async () => {
  const stored = await hashPassword("caf\u00e9 grave lantern");
  expect(await verifyPassword(stored, "cafe\u0301 grave lantern")).toBe(true);
});
