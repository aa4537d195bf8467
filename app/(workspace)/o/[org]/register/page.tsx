import type { Metadata } from "next";
import { TeamsScreen } from "#components/register/teams-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Teams" };

export default async function TeamsPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(
    org,
    (trpc) => [
      trpc.register.registrations.queryOptions({ waiting: true, limit: 100 }),
      trpc.register.registrations.queryOptions({ waiting: false, cursor: null, limit: 25 }),
      trpc.calls.ledTeams.queryOptions(),
      trpc.register.parents.queryOptions({}),
    ],
    <TeamsScreen org={org} />,
  );
}
