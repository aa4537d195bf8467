import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { teamIn } from "#components/results/address.ts";
import { DecisionsScreen } from "#components/decisions/decisions-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Decisions" };

export default async function DecisionsPage({
  params,
  searchParams,
}: {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const teamId = teamIn(query);
  return prefetched(
    org,
    (trpc) => [trpc.decisions.ofTeam.queryOptions(teamId ? { teamId } : {}), trpc.calls.page.queryOptions({})],
    <>
      <OwnTeamLinks org={org} teamId={teamId} />
      <DecisionsScreen />
    </>,
  );
}
