import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OrganisationsScreen } from "#components/account/organisations-screen.tsx";
import { findOnlyPlace, prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Your organisations" };

/** Who belongs to one organisation has nothing to choose, and goes straight on. */
export default async function OrganisationsPage() {
  const only = await findOnlyPlace();
  if (only) redirect(only);
  return prefetched(null, (trpc) => [trpc.account.me.queryOptions()], <OrganisationsScreen />);
}
