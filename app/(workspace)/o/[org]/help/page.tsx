import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { teamIn } from "#components/results/address.ts";
import { HelpScreen } from "#components/help/help-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Ask for help" };

export default async function HelpPage({
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
    (trpc) => [trpc.help.ofTeam.queryOptions(teamId ? { teamId } : {})],
    <>
      <OwnTeamLinks org={org} teamId={teamId} />
      <HelpScreen />
    </>,
  );
}
