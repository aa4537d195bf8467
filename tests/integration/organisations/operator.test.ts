import { beforeAll, expect, test } from "vitest";
import { makeOperator } from "#scripts/lib/make-operator.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { sql } from "drizzle-orm";
import { callerFor, makeOrganisation, stranger, type TestOrganisation } from "../../factories/organisation.ts";
import { useDatabase } from "../../support/database.ts";
import { signInWithPassword } from "#server/auth/sign-in.ts";

const database = useDatabase();
const PASSWORD = "otter grave lantern plum";
let north: TestOrganisation;

beforeAll(async () => {
  north = await makeOrganisation("north");
  await makeOrganisation("south");
});

test("the command makes an operator whose link works once, and again changes nothing", async () => {
  const given = { email: "Olu@Installation.Example", name: "Olu" };
  const made = await makeOperator(database.urls.migrator, given);
  expect(made).toMatchObject({ email: "olu@installation.example", isNew: true });
  const token = made.path?.split("token=")[1] ?? "";
  await stranger(null).account.choosePassword({ token, password: PASSWORD });
  const signedIn = await signInWithPassword(
    { email: made.email, password: PASSWORD, address: "192.0.2.1" },
    systemClock,
  );
  if (signedIn.outcome !== "signed_in") throw new Error(signedIn.outcome);
  const caller = await callerFor(signedIn.accountId, null);
  expect((await caller.account.me()).isOperator).toBe(true);
  await expect(caller.installation.list({})).resolves.toBeTruthy();
  expect(await makeOperator(database.urls.migrator, given)).toMatchObject({ isNew: false, path: null });
});

test("a wrong address is a sentence", async () => {
  await expect(makeOperator(database.urls.migrator, { email: "x", name: "X" })).rejects.toThrow(/e-mail address/);
});

test("the app's role cannot make one", async () => {
  const { accountId } = north.people.hr;
  await expect(
    inTransaction({ accountId }, (tx) => tx.execute(sql`insert into operator (account_id) values (${accountId})`)),
  ).rejects.toThrow();
});
