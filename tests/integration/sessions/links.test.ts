import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { appRouter } from "#server/api/root.ts";
import { hashPassword } from "#server/auth/passwords.ts";
import { signInWithPassword } from "#server/auth/sign-in.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { callerFor, makeOrganisation, stranger, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { expectRefused, snapshot } from "../../support/snapshot.ts";
import { asSuperuser } from "../../support/superuser.ts";

const database = useDatabase();
const PASSWORD = "otter grave lantern plum";
const later = (days: number): Clock => ({ now: () => new Date(Date.now() + days * 86_400_000) });
const anybody = (clock: Clock = systemClock) =>
  appRouter.createCaller({ unverifiedSecret: null, unverifiedSlug: null, clock });
const tokenOf = (path: string | null) => path?.split("token=")[1] ?? "";

let north: TestOrganisation;
let south: TestOrganisation;
let count = 0;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

async function invite(org = north, email = `new${++count}@${org.slug}.example`) {
  const made = await (await org.as("hr")).people.add({ name: `New ${count}`, email });
  return { ...made, email, token: tokenOf(made.invitation.path) };
}

const accountOf = async (email: string): Promise<string> => {
  const [row] = await asSuperuser(database, (db) => db`select id from account where email = ${email}`);
  return row?.id;
};

/** Refused in a sentence, and nothing changed anywhere. */
async function expectNothing(attempt: () => Promise<unknown>, code = "PRECONDITION_FAILED"): Promise<void> {
  const before = await snapshot(database.superuserUrl);
  await expect(attempt()).rejects.toMatchObject({ code });
  expect(await snapshot(database.superuserUrl)).toEqual(before);
}

describe("a link to choose a password", () => {
  test("works once, and opens the organisation that made it", async () => {
    const { email, token, invitation } = await invite();
    expect(invitation.kind).toBe("choose-password");
    expect(await anybody().account.choosePassword({ token, password: PASSWORD })).toEqual({ email });
    expect(await signInWithPassword({ email, password: PASSWORD, address: "192.0.2.1" }, systemClock)).toMatchObject({
      outcome: "signed_in",
    });
    await expectNothing(() => anybody().account.choosePassword({ token, password: "rhubarb anchor seven lilac" }));
  });

  test("works once when it is opened twice at the same moment", async () => {
    const { token } = await invite();
    const both = await Promise.allSettled(
      ["otter grave lantern plum", "rhubarb anchor seven lilac"].map((password) =>
        anybody().account.choosePassword({ token, password }),
      ),
    );
    expect(both.filter((b) => b.status === "fulfilled")).toHaveLength(1);
  });

  test("expires after a week", async () => {
    const { token } = await invite();
    await expectNothing(() => anybody(later(7.01)).account.choosePassword({ token, password: PASSWORD }));
  });

  test("stays usable after a password that is too easy", async () => {
    const { token } = await invite();
    await expectNothing(() => anybody().account.choosePassword({ token, password: "passwordpassword" }), "BAD_REQUEST");
    await expect(anybody().account.choosePassword({ token, password: PASSWORD })).resolves.toBeTruthy();
  });

  test("ends when HR makes a new one", async () => {
    const first = await invite();
    const second = await (await north.as("hr")).people.invite({ personId: first.personId });
    await expectNothing(() => anybody().account.choosePassword({ token: first.token, password: PASSWORD }));
    await expect(
      anybody().account.choosePassword({ token: tokenOf(second.path), password: PASSWORD }),
    ).resolves.toBeTruthy();
  });

  test("is refused for an account that has a password by now, and none is made for it", async () => {
    const { personId, email, token } = await invite();
    const hash = await hashPassword(PASSWORD);
    const accountId = await accountOf(email);
    await inTransaction({ accountId }, (tx) =>
      tx.execute(sql`update account set password_hash = ${hash} where id = ${accountId}`),
    );
    await expectNothing(() => anybody().account.choosePassword({ token, password: "rhubarb anchor seven lilac" }));
    const hr = await north.as("hr");
    await expectNothing(() => hr.people.invite({ personId }));
  });

  test("made by HR of a branch ends when somebody else gives the person a role", async () => {
    const branch = await north.as("branchHr");
    const made = await branch.people.add({
      name: "Promoted",
      email: "promoted@north.example",
      role: { role: "supervisor", unitId: north.units.a2 },
    });
    const today = new Date().toISOString().slice(0, 10);
    await (await north.as("hr")).people.assign({
      personId: made.personId,
      role: "hr_admin",
      unitId: north.units.root,
      startsOn: today,
      endsOn: null,
    });
    await expectNothing(() =>
      anybody().account.choosePassword({ token: tokenOf(made.invitation.path), password: PASSWORD }),
    );
  });

  test("an unknown one and one of a wrong shape get the answer of a used one", async () => {
    for (const token of ["", "x", "A".repeat(43), "'; drop table account; --"]) {
      await expectNothing(() => anybody().account.choosePassword({ token, password: PASSWORD }));
    }
  });
});

describe("an account that another organisation knows", () => {
  test("cannot be taken over by the link of a second organisation, and joins it only by its holder's hand", async () => {
    const { email, token } = await invite(north);
    const second = await invite(south, email);
    // No password yet, but it opens north: south's link must not choose its password.
    expect(second.invitation.kind).toBe("join");
    await expectNothing(() => anybody().account.choosePassword({ token: second.token, password: PASSWORD }));
    await anybody().account.choosePassword({ token, password: PASSWORD });

    const accountId = await accountOf(email);
    const holder = await callerFor(accountId, null);
    const abroad = await callerFor(accountId, south.slug);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => abroad.organisations.home());

    const wrong = await callerFor(south.people.hr.accountId, null);
    await expectNothing(() => wrong.account.acceptInvitation({ token: second.token }));
    await expectNothing(() => holder.account.acceptInvitation({ token: "A".repeat(43) }));
    expect(await holder.account.acceptInvitation({ token: second.token })).toEqual({
      slug: south.slug,
      name: "south council",
    });
    expect((await holder.account.me()).organisations.map((o) => o.slug).sort()).toEqual([north.slug, south.slug]);
    await expectNothing(() => holder.account.acceptInvitation({ token: second.token }));
    const audit = await (await south.as("hr")).audit.list({ action: "person.join" });
    expect(audit.rows).toHaveLength(1);
  });

  test("made by one organisation in advance, does not open the next one that adds the address", async () => {
    const victim = "chief@elsewhere.example";
    const trap = await invite(north, victim);
    await anybody().account.choosePassword({ token: trap.token, password: PASSWORD });
    const real = await invite(south, victim);
    expect(real.invitation.kind).toBe("join");
    const trapper = await callerFor(await accountOf(victim), south.slug);
    await expectRefused(database.superuserUrl, "NOT_FOUND", () => trapper.organisations.home());
  });

  test("does not join a suspended organisation or as a suspended person", async () => {
    const { email, token } = await invite(north);
    await anybody().account.choosePassword({ token, password: PASSWORD });
    const second = await invite(south, email);
    await (await south.as("hr")).people.suspend({ personId: second.personId });
    const holder = await callerFor(await accountOf(email), null);
    await expectNothing(() => holder.account.acceptInvitation({ token: second.token }));
  });
});

describe("each secret opens only what it was made for", () => {
  test("a link is no session, a session is no link, and neither is the other link", async () => {
    const { token, email } = await invite();
    const asCookie = appRouter.createCaller({
      unverifiedSecret: token,
      unverifiedSlug: north.slug,
      clock: systemClock,
    });
    await expect(asCookie.account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await expect(asCookie.organisations.home()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    await anybody().account.choosePassword({ token, password: PASSWORD });

    const signedIn = await signInWithPassword({ email, password: PASSWORD, address: "192.0.2.1" }, systemClock);
    if (signedIn.outcome !== "signed_in") throw new Error(signedIn.outcome);
    const holder = await callerFor(await accountOf(email), null);
    await expectNothing(() => anybody().account.choosePassword({ token: signedIn.secret, password: PASSWORD }));
    await expectNothing(() => holder.account.acceptInvitation({ token: signedIn.secret }));

    const join = await invite(south, email);
    await expectNothing(() => anybody().account.choosePassword({ token: join.token, password: PASSWORD }));
    const joinAsCookie = appRouter.createCaller({
      unverifiedSecret: join.token,
      unverifiedSlug: south.slug,
      clock: systemClock,
    });
    await expect(joinAsCookie.account.me()).rejects.toMatchObject({ code: "UNAUTHORIZED" });
    const choose = await invite(south);
    await expectNothing(() => holder.account.acceptInvitation({ token: choose.token }));
  });

  test("nobody signed in reaches nothing else", async () => {
    await expect(stranger(null).account.acceptInvitation({ token: "x" })).rejects.toMatchObject({
      code: "UNAUTHORIZED",
    });
  });
});
