import { and, eq, gt, isNull } from "drizzle-orm";
import type { AcceptInvitation, OrganisationOption } from "#contracts/accounts.ts";
import { accountToken, organisation } from "#db/schema/accounts.ts";
import { membership, person } from "#db/schema/people.ts";
import { organisationSetting } from "#db/schema/register.ts";
import { writeAudit } from "#server/kernel/audit.ts";
import { refused } from "#server/kernel/errors.ts";
import { hashSecret } from "#server/kernel/secrets.ts";
import type { AccountScope } from "#server/kernel/scope.ts";
import { set } from "#server/kernel/transaction.ts";

const gone = () =>
  refused(
    "This link has been used or has expired, or it was made for another e-mail address. Ask the HR team that gave it to you.",
  );

/**
 * Somebody with an account takes their place in one more organisation. The link and the sign-in together prove it.
 * @throws refused for an unknown, used, expired or somebody else's link (one answer)
 */
export async function acceptInvitation(scope: AccountScope, input: AcceptInvitation): Promise<OrganisationOption> {
  const { tx } = scope;
  const now = scope.clock.now();
  const tokenHash = hashSecret(input.token);
  await set(tx, { tokenHash });
  const [token] = await tx
    .select()
    .from(accountToken)
    .where(
      and(
        eq(accountToken.tokenHash, tokenHash),
        eq(accountToken.purpose, "join"),
        eq(accountToken.accountId, scope.accountId),
        isNull(accountToken.usedAt),
        gt(accountToken.expiresAt, now),
      ),
    )
    .for("update");
  if (!token?.orgId || !token.personId) throw gone();
  const { orgId, personId } = token;
  await set(tx, { orgId });
  const [org] = await tx
    .select({
      id: organisation.id,
      slug: organisation.slug,
      name: organisation.name,
      demo: organisation.demo,
      zone: organisationSetting.zone,
    })
    .from(organisation)
    .innerJoin(organisationSetting, eq(organisationSetting.orgId, organisation.id))
    .where(and(eq(organisation.id, orgId), eq(organisation.status, "active")));
  const [who] = await tx
    .update(person)
    .set({ accountId: scope.accountId })
    .where(
      and(
        eq(person.orgId, orgId),
        eq(person.id, personId),
        eq(person.email, scope.email),
        eq(person.status, "active"),
        isNull(person.accountId),
      ),
    )
    .returning({ name: person.name });
  if (!org || !who) throw gone();
  await tx.insert(membership).values({ orgId, accountId: scope.accountId, personId });
  await tx.update(accountToken).set({ usedAt: now }).where(eq(accountToken.id, token.id));
  const actor = { accountId: scope.accountId, personId, name: who.name };
  await writeAudit(
    { permission: "own account", organisation: org, actor, roots: [], everywhere: false, tx, clock: scope.clock },
    "person.join",
    [{ subjectId: personId, subject: who.name, after: { person: who.name, email: scope.email } }],
  );
  return { slug: org.slug, name: org.name };
}
