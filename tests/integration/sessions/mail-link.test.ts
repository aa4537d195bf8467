import { beforeAll, describe, expect, test } from "vitest";
import { secretOfLink } from "#server/auth/link-secret.ts";
import { LINK_MINUTES, requestLink } from "#server/auth/request-link.ts";
import { signInWithLink } from "#server/auth/sign-in-with-link.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { newSecret } from "#server/kernel/secrets.ts";
import { readLinkMail } from "#server/modules/accounts/index.ts";
import { makeOrganisation, stranger, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { asSuperuser } from "../../support/superuser.ts";

const database = useDatabase();
const START = Date.parse("2026-11-24T09:00:00Z");
const at = (minutes: number): Clock => ({ now: () => new Date(START + minutes * 60_000) });
let north: TestOrganisation;
let south: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  south = await makeOrganisation("south");
});

const WRONG = { outcome: "wrong" };
let network = 0;
const address = () => `198.51.100.${++network % 250}`;

async function ask(email: string, browser = newSecret()) {
  expect(await requestLink({ email, address: address(), browser }, at(0))).toBe("asked");
  const jobs = await asSuperuser(
    database,
    (db) => db`select data from pgboss.job where name = 'sign-in-mail' order by created_on desc limit 1`,
  );
  const ids = jobs[0]?.data as { accountId: string; tokenId: string };
  return { browser, ids, token: `${ids.tokenId}.${secretOfLink(ids.tokenId)}` };
}
const open = (unverifiedToken: string, browser: string, minutes = 1) =>
  signInWithLink({ unverifiedToken, browser, address: address() }, at(minutes));

test("a link signs in once, in the browser that asked for it", async () => {
  const { browser, token } = await ask(north.people.leader.email.toUpperCase());
  expect(await open(token, newSecret())).toEqual(WRONG);
  expect(await open(token, "")).toEqual(WRONG);
  const signedIn = await open(token, browser);
  expect(signedIn).toMatchObject({ outcome: "signed_in", accountId: north.people.leader.accountId });
  expect(await open(token, browser)).toEqual(WRONG);
});

test("clicked twice at the same moment, it signs in once", async () => {
  const { browser, token } = await ask(north.people.hr.email);
  const outcomes = (await Promise.all([open(token, browser), open(token, browser)])).map((r) => r.outcome);
  expect(outcomes.toSorted()).toEqual(["signed_in", "wrong"]);
});

test.each([
  [LINK_MINUTES - 0.1, "signed_in"],
  [LINK_MINUTES, "wrong"],
])("after %d minutes the answer is %s", async (minutes, outcome) => {
  const { browser, token } = await ask(north.people.supervisor.email);
  expect(await open(token, browser, minutes)).toMatchObject({ outcome });
});

test("the mail holds the link, and nothing that is stored does", async () => {
  const { ids, token } = await ask(south.people.leader.email);
  const mail = await readLinkMail(ids, at(1));
  expect(mail).toMatchObject({ id: ids.tokenId, to: south.people.leader.email });
  expect(mail?.text).toContain(`/sign-in/link?token=${token}`);
  expect(await readLinkMail(ids, at(LINK_MINUTES))).toBeNull();
  expect(await readLinkMail({ ...ids, accountId: north.people.leader.accountId }, at(1))).toBeNull();
  const stored = await asSuperuser(database, async (db) => [
    ...(await db`select t::text as row from account_token t`),
    ...(await db`select j::text as row from pgboss.job j`),
    ...(await db`select s::text as row from security_event s`),
  ]);
  expect(stored.length).toBeGreaterThan(0);
  expect(stored.filter(({ row }) => row.includes(secretOfLink(ids.tokenId)))).toEqual([]);
});

test("an unknown and a disabled account get the same answer, and no link", async () => {
  const jobs = () =>
    asSuperuser(database, async (db) => {
      const [row] =
        await db`select (select count(*)::int from pgboss.job) as jobs, (select count(*)::int from account_token) as tokens`;
      return row;
    });
  await asSuperuser(
    database,
    (db) => db`update account set status = 'disabled' where id = ${south.people.nobody.accountId}`,
  );
  const before = await jobs();
  for (const email of ["who@nowhere.example", south.people.nobody.email]) {
    expect(await requestLink({ email, address: address(), browser: newSecret() }, at(0))).toBe("asked");
  }
  expect(await jobs()).toEqual(before);
});

test("an account that is disabled after asking does not get in", async () => {
  const { browser, token } = await ask(south.people.member.email);
  const set = (status: string) =>
    asSuperuser(
      database,
      (db) => db`update account set status = ${status} where id = ${south.people.member.accountId}`,
    );
  await set("disabled");
  expect(await open(token, browser)).toEqual(WRONG);
  await set("active");
});

describe("a token has one purpose", () => {
  test("a sign-in link chooses no password and takes no place", async () => {
    const { token, ids } = await ask(north.people.member.email);
    for (const secret of [token, secretOfLink(ids.tokenId)]) {
      await expect(
        stranger(null).account.choosePassword({ token: secret.slice(-43), password: "otter grave lantern plum" }),
      ).rejects.toMatchObject({ code: "PRECONDITION_FAILED" });
    }
  });

  test("a made-up or foreign token signs nobody in", async () => {
    const { browser, ids } = await ask(north.people.otherSupervisor.email);
    const other = await ask(south.people.supervisor.email);
    for (const token of [
      "",
      "x",
      `${ids.tokenId}.${newSecret()}`,
      `${other.ids.tokenId}.${secretOfLink(ids.tokenId)}`,
    ]) {
      expect(await open(token, browser)).toEqual(WRONG);
    }
    expect(await open(other.token, browser)).toEqual(WRONG);
  });
});

test("asking too often is refused, whether or not the address is known", async () => {
  for (const email of [north.people.branchHr.email, "often@nowhere.example"]) {
    const outcomes: string[] = [];
    for (let i = 0; i < 11; i++) outcomes.push(await requestLink({ email, address: address(), browser: "b" }, at(30)));
    expect(outcomes).toEqual([...Array(10).fill("asked"), "too_many"]);
  }
});
