import type { Metadata } from "next";
import { NowScreen } from "#components/now/now-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Now" };

export default async function NowPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(
    org,
    (trpc) => [trpc.assessments.due.queryOptions({}), trpc.results.myTeams.queryOptions()],
    <NowScreen org={org} />,
  );
}
