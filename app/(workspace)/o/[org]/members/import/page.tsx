import type { Metadata } from "next";
import { ImportMembersScreen } from "#components/members/import-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Import lists" };

export default async function ImportMembersPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.members.counts.queryOptions()], <ImportMembersScreen org={org} />);
}
