import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { appRouter } from "#server/api/root.ts";
import { hashPassword } from "#server/auth/passwords.ts";
import { LIMITS, WINDOW_MINUTES } from "#server/auth/rate-limit.ts";
import { revokeSession } from "#server/auth/sessions.ts";
import { signInWithPassword } from "#server/auth/sign-in.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { makeOrganisation, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { asSuperuser } from "../../support/superuser.ts";

const verifications = vi.hoisted(() => ({ count: 0 }));
// Counts the real verifications of the real library; nothing is replaced.
vi.mock("@node-rs/argon2", async (load) => {
  const real = await load<typeof import("@node-rs/argon2")>();
  return {
    ...real,
    verify: (...given: Parameters<typeof real.verify>) => {
      verifications.count++;
      return real.verify(...given);
    },
  };
});

const database = useDatabase();
const PASSWORD = "otter grave lantern plum";
const at = (instant: number): Clock => ({ now: () => new Date(instant) });
let north: TestOrganisation;
let south: TestOrganisation;
let now = Date.parse("2026-11-24T09:00:00Z");

const signIn = (email: string, password = PASSWORD, address = "198.51.100.1") =>
  signInWithPassword({ email, password, address }, at(now));
const callerWith = (secret: string, instant: number, slug = north.slug) =>
  appRouter.createCaller({ unverifiedSecret: secret, unverifiedSlug: slug, clock: at(instant) });

async function signedIn(email: string): Promise<string> {
  const result = await signIn(email);
  if (result.outcome !== "signed_in") throw new Error(result.outcome);
  return result.secret;
}

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
  const hash = await hashPassword(PASSWORD);
  for (const org of [north, south]) {
    for (const name of ["hr", "leader", "supervisor", "otherSupervisor"] as const) {
      await inTransaction({ accountId: org.people[name].accountId }, (tx) =>
        tx.execute(sql`update account set password_hash = ${hash} where id = ${org.people[name].accountId}`),
      );
    }
  }
});

// Every test an hour later: nothing of an earlier one is left in the window.
beforeEach(() => {
  now += 3_700_000;
});

describe("a right password", () => {
  test("makes a new session with a new secret each time, of which the database knows the hash only", async () => {
    const [a, b] = [await signedIn(north.people.leader.email), await signedIn(north.people.leader.email)];
    expect(a).not.toBe(b);
    expect(a).toHaveLength(43);
    const stored = await asSuperuser(database, (db) => db`select token_hash from session`);
    expect(JSON.stringify(stored)).not.toContain(a);
    await expect(callerWith(a, now).account.me()).resolves.toMatchObject({ email: north.people.leader.email });
  });

  test("is found whatever the case of the address", async () => {
    expect(await signIn(`  ${north.people.leader.email.toUpperCase()} `)).toMatchObject({ outcome: "signed_in" });
  });

  test("is an event of each organisation of the account, and of no other", async () => {
    const events = (org: TestOrganisation) =>
      asSuperuser(
        database,
        (db) => db`select 1 from security_event where kind = 'signed_in' and org_id = ${org.id}`,
      ).then((rows) => rows.length);
    const before = [await events(north), await events(south)];
    await signedIn(north.people.leader.email);
    expect([await events(north), await events(south)]).toEqual([before[0]! + 1, before[1]]);
  });
});

describe("one answer, and the same work, for", () => {
  const cases: [string, () => string, string][] = [
    ["a wrong password", () => north.people.leader.email, "not the password of anybody"],
    ["an unknown address", () => "nobody@nowhere.example", PASSWORD],
    ["an account without a password", () => north.people.member.email, PASSWORD],
    ["a disabled account", () => north.people.otherSupervisor.email, PASSWORD],
  ];

  test.each(cases)("%s", async (_name, email, password) => {
    await asSuperuser(
      database,
      (db) => db`update account set status = 'disabled' where email = ${north.people.otherSupervisor.email}`,
    );
    verifications.count = 0;
    expect(await signIn(email(), password)).toEqual({ outcome: "wrong" });
    expect(verifications.count).toBe(1);
  });
});

describe("the idle limit", () => {
  const MINUTE = 60_000;

  test("is 30 minutes for HR", async () => {
    const secret = await signedIn(north.people.hr.email);
    await expect(callerWith(secret, now + 29 * MINUTE).account.me()).resolves.toBeTruthy();
    // Used at 29, so alive at 58.
    await expect(callerWith(secret, now + 58 * MINUTE).account.me()).resolves.toBeTruthy();
    await expect(callerWith(secret, now + 89 * MINUTE).account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("is 30 minutes for HR of a branch and for the operator", async () => {
    await asSuperuser(
      database,
      (db) =>
        db`insert into operator (account_id) select id from account where email = ${south.people.supervisor.email}`,
    );
    const secret = await signedIn(south.people.supervisor.email);
    await expect(callerWith(secret, now + 31 * MINUTE).account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("is 12 hours for everybody else", async () => {
    const secret = await signedIn(north.people.leader.email);
    await expect(callerWith(secret, now + 719 * MINUTE).account.me()).resolves.toBeTruthy();
    const second = await signedIn(north.people.leader.email);
    await expect(callerWith(second, now + 720 * MINUTE).account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("becomes short on the request that finds the HR role, and an idle session is over at once", async () => {
    const [used, idle] = [await signedIn(north.people.supervisor.email), await signedIn(north.people.supervisor.email)];
    await asSuperuser(
      database,
      (db) => db`insert into role_assignment (org_id, person_id, role, unit_id, starts_on)
        values (${north.id}, ${north.people.supervisor.personId}, 'hr_admin', ${north.units.d1}, '2026-01-01')`,
    );
    await expect(callerWith(used, now + MINUTE).organisations.home()).resolves.toBeTruthy();
    await expect(callerWith(used, now + 32 * MINUTE).account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(callerWith(idle, now + 31 * MINUTE).organisations.home()).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
    await asSuperuser(
      database,
      (db) => db`update role_assignment set revoked_at = now() where person_id = ${north.people.supervisor.personId}
        and role = 'hr_admin'`,
    );
    const after = await signedIn(north.people.supervisor.email);
    await expect(callerWith(after, now + 60 * MINUTE).organisations.home()).resolves.toBeTruthy();
  });
});

test("24 hours after sign-in a session is over, however busy", async () => {
  const secret = await signedIn(north.people.leader.email);
  for (let hour = 11; hour < 24; hour += 11) {
    await expect(callerWith(secret, now + hour * 3_600_000).account.me()).resolves.toBeTruthy();
  }
  await expect(callerWith(secret, now + 24 * 3_600_000).account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
});

describe("what ends a session on the next request", () => {
  test("signing out, on the server", async () => {
    const secret = await signedIn(north.people.leader.email);
    await inTransaction({}, (tx) => revokeSession(tx, secret, new Date(now)));
    await expect(callerWith(secret, now).account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });

  test("signing out everywhere else: the others, and nobody else's", async () => {
    const [mine, other] = [await signedIn(north.people.leader.email), await signedIn(north.people.leader.email)];
    const foreign = await signedIn(south.people.leader.email);
    await expect(callerWith(mine, now).account.signOutEverywhere()).resolves.toMatchObject({
      ended: expect.any(Number),
    });
    await expect(callerWith(other, now).account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(callerWith(mine, now).account.me()).resolves.toBeTruthy();
    await expect(callerWith(foreign, now, south.slug).account.me()).resolves.toBeTruthy();
  });

  test("a changed password: every other session", async () => {
    const [mine, other] = [await signedIn(south.people.leader.email), await signedIn(south.people.leader.email)];
    const next = "rhubarb anchor seven lilac";
    await callerWith(mine, now, south.slug).account.changePassword({ current: PASSWORD, next });
    await expect(callerWith(other, now, south.slug).account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(callerWith(mine, now, south.slug).account.me()).resolves.toBeTruthy();
    expect(await signIn(south.people.leader.email, PASSWORD)).toEqual({ outcome: "wrong" });
    await callerWith(mine, now, south.slug).account.changePassword({ current: next, next: PASSWORD });
  });

  test("a disabled account", async () => {
    const secret = await signedIn(south.people.otherSupervisor.email);
    await asSuperuser(
      database,
      (db) => db`update account set status = 'disabled' where email = ${south.people.otherSupervisor.email}`,
    );
    await expect(callerWith(secret, now, south.slug).account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
  });
});

describe("guessing", () => {
  const guess = (n: number, email = north.people.leader.email, address = "203.0.113.9") =>
    Promise.all(Array.from({ length: n }, (_, i) => signIn(email, `wrong guess number ${i}`, address)));
  const outcomes = (results: { outcome: string }[]) =>
    Object.groupBy(results, (r) => r.outcome) as Record<string, unknown[] | undefined>;

  test("twenty at once on one account: ten are looked at, ten are not", async () => {
    verifications.count = 0;
    const results = outcomes(await guess(20));
    expect(results.wrong).toHaveLength(LIMITS.account);
    expect(results.too_many).toHaveLength(20 - LIMITS.account);
    expect(verifications.count).toBe(LIMITS.account);
    // The right password waits too, from any address, and no longer than the window.
    expect(await signIn(north.people.leader.email, PASSWORD, "192.0.2.44")).toEqual({ outcome: "too_many" });
    now += (WINDOW_MINUTES + 1) * 60_000;
    expect(await signIn(north.people.leader.email)).toMatchObject({ outcome: "signed_in" });
  });

  test("an unknown account is limited alike", async () => {
    const results = outcomes(await guess(LIMITS.account + 3, "ghost@nowhere.example"));
    expect(results.wrong).toHaveLength(LIMITS.account);
    expect(results.too_many).toHaveLength(3);
  });

  test("many accounts from one address; another address goes on", async () => {
    const address = "203.0.113.77";
    for (let i = 0; i < LIMITS.address; i += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, j) => signIn(`p${i + j}@nowhere.example`, "guess", address)));
    }
    expect(await signIn(north.people.leader.email, PASSWORD, address)).toEqual({ outcome: "too_many" });
    expect(await signIn(north.people.leader.email, PASSWORD, "203.0.113.78")).toMatchObject({ outcome: "signed_in" });
  }, 60_000);

  test("a right password forgets the account's failures", async () => {
    await guess(LIMITS.account - 1);
    await signedIn(north.people.leader.email);
    expect(outcomes(await guess(LIMITS.account - 1)).too_many).toBeUndefined();
  });

  test("the current password at an open screen, though each refused change is rolled back", async () => {
    const caller = callerWith(await signedIn(north.people.leader.email), now);
    const change = (current: string) => caller.account.changePassword({ current, next: "rhubarb anchor seven lilac" });
    const tried = await Promise.allSettled(Array.from({ length: LIMITS.account + 2 }, (_, i) => change(`guess ${i}`)));
    const codes = tried.map((t) => (t.status === "rejected" ? t.reason.code : "changed"));
    expect(codes.filter((c) => c === "BAD_REQUEST")).toHaveLength(LIMITS.account);
    expect(codes.filter((c) => c === "TOO_MANY_REQUESTS")).toHaveLength(2);
    await expect(change(PASSWORD)).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    // Signing in is counted apart: nobody is locked out by it.
    expect(await signIn(north.people.leader.email)).toMatchObject({ outcome: "signed_in" });
  });

  test("what was counted is gone after an hour", async () => {
    await guess(2, "late@nowhere.example");
    now += 3_700_000;
    await guess(1, "later@nowhere.example");
    const [row] = await asSuperuser(database, (db) => db`select min(at) as oldest from sign_in_attempt`);
    expect(row?.oldest.getTime()).toBeGreaterThanOrEqual(now - 3_600_000);
  });
});
