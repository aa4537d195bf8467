import type { Metadata } from "next";
import { AllListsScreen } from "#components/members/all-lists-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Team members" };

export default async function AllListsPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.members.counts.queryOptions()], <AllListsScreen org={org} />);
}
