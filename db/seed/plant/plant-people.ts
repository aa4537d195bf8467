import { addPerson, renewInvitation } from "#server/modules/people/index.ts";
import { addressOf } from "../names.ts";
import { type DemoAccount, emailAt } from "../story.ts";
import { takeInvitation, takePlace } from "./accounts.ts";
import { act } from "./acting.ts";
import { findPerson, type Planted, unitNamed } from "./plant-organisation.ts";

/** Accounts by address, over all organisations: somebody may belong to two. */
export type Accounts = Map<string, string>;

/** Leaders of the first level, and everybody with a sign-in. */
export async function plantPeople(planted: Planted, accounts: Accounts): Promise<void> {
  const { story } = planted.cast;
  const [founder, ...others] = story.accounts;
  accounts.set(emailAt(story, founder.address), planted.hr.accountId);
  for (const account of others) await plantAccount(planted, account, accounts);
  for (const [unitName, name] of Object.entries(story.leaders)) {
    await add(planted, { name, email: emailAt(story, addressOf(name)), role: "senior_leader", at: unitName });
  }
}

async function plantAccount(planted: Planted, account: DemoAccount, accounts: Accounts): Promise<void> {
  const { story } = planted.cast;
  const email = emailAt(story, account.address);
  const at = planted.calendar.begins;
  // Supervisors came with the structure.
  const path =
    account.role === "supervisor"
      ? await inviteKnown(planted, email)
      : await add(planted, { name: account.name, email, role: account.role, at: account.at });
  if (!path) throw new Error(`${email} got no link`);
  const known = accounts.get(email);
  if (known) {
    await takePlace(path, { accountId: known, email, name: account.name }, at);
    return;
  }
  await takeInvitation(path, at);
  const found = await findPerson(planted, email);
  if (!found?.accountId) throw new Error(`${email} has no account`);
  accounts.set(email, found.accountId);
}

async function add(
  planted: Planted,
  who: { name: string; email: string; role: DemoAccount["role"]; at: string | null },
): Promise<string | null> {
  const unitId = who.at === null ? planted.rootUnitId : unitNamed(planted, who.at);
  const added = await act(planted.hr, "person:manage", planted.calendar.begins, (scope, member) =>
    addPerson(scope, { member, person: { name: who.name, email: who.email, role: { role: who.role, unitId } } }),
  );
  return added.invitation.path;
}

async function inviteKnown(planted: Planted, email: string): Promise<string | null> {
  const found = await findPerson(planted, email);
  if (!found) throw new Error(`${email} did not come with the structure`);
  const invitation = await act(planted.hr, "person:manage", planted.calendar.begins, (scope) =>
    renewInvitation(scope, { personId: found.id }),
  );
  return invitation.path;
}
