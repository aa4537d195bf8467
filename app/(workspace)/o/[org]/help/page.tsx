import type { Metadata } from "next";
import { HelpScreen } from "#components/help/help-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Ask for help" };

export default async function HelpPage({
  params,
  searchParams,
}: {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ team?: string }>;
}) {
  const [{ org }, { team }] = await Promise.all([params, searchParams]);
  return prefetched(
    org,
    (trpc) => [trpc.help.ofTeam.queryOptions(team ? { teamId: team } : {})],
    <HelpScreen org={org} />,
  );
}
