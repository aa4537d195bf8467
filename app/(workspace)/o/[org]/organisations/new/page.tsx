import type { Metadata } from "next";
import { NewOrganisationScreen } from "#components/organisations/new-organisation-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Create another organisation" };

export default async function NewOrganisationPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.organisations.home.queryOptions()], <NewOrganisationScreen org={org} />);
}
