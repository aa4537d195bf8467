import type { Metadata } from "next";
import { DecisionsScreen } from "#components/decisions/decisions-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Decisions" };

export default async function DecisionsPage({
  params,
  searchParams,
}: {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ team?: string }>;
}) {
  const [{ org }, { team }] = await Promise.all([params, searchParams]);
  return prefetched(
    org,
    (trpc) => [trpc.decisions.ofTeam.queryOptions(team ? { teamId: team } : {})],
    <DecisionsScreen org={org} />,
  );
}
