import type { Metadata } from "next";
import { OrganisationsScreen } from "#components/account/organisations-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Your organisations" };

export default function OrganisationsPage() {
  return prefetched(null, (trpc) => [trpc.account.me.queryOptions()], <OrganisationsScreen />);
}
