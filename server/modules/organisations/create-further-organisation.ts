import { and, eq } from "drizzle-orm";
import type { CreatedOrganisation, CreateFurtherOrganisation } from "#contracts/organisations.ts";
import { account } from "#db/schema/accounts.ts";
import { command } from "#server/kernel/command.ts";
import { forbidden } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { set } from "#server/kernel/transaction.ts";
import { createOrganisation } from "./create-organisation.ts";

/**
 * HR founds another organisation and is its first HR admin, with the same account. Both organisations get an audit row:
 * the new one as its first, the present one because it was done from here.
 *
 * @throws invalid when the address (slug) is taken
 */
export const createFurtherOrganisation = command(
  "organisation.found",
  async (scope: Scope<"organisation:create">, input: CreateFurtherOrganisation) => {
    const { tx, clock, actor } = scope;
    if (!actor.accountId) throw forbidden();
    const [own] = await tx
      .select({ email: account.email })
      .from(account)
      .where(and(eq(account.id, actor.accountId), eq(account.status, "active")));
    if (!own) throw forbidden();
    const made = await createOrganisation(
      { accountId: actor.accountId, name: actor.name, email: own.email, tx, clock },
      { ...input, hrName: actor.name, hrEmail: own.email },
    );
    // The new organisation's tenant is set; the rest of this request belongs to the present one again.
    await set(tx, { orgId: scope.organisation.id });
    const view: CreatedOrganisation = { slug: made.slug, name: made.name, invitation: made.invitation };
    return {
      view,
      audit: { subjectId: made.id, subject: made.name, after: { name: made.name, slug: made.slug } },
    };
  },
);
