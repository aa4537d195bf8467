import type { Metadata } from "next";
import { LedTeams } from "#components/calls/led-teams.tsx";
import { OverviewScreen } from "#components/results/overview-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(
    org,
    (trpc) => [trpc.results.overview.queryOptions(), trpc.overview.briefing.queryOptions()],
    <OverviewScreen org={org} ownTeam={<LedTeams org={org} />} />,
    { "team:register": (trpc) => [trpc.calls.ledTeams.queryOptions()] },
  );
}
