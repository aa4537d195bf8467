import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { WaitingScreen } from "#components/plans/waiting-screen.tsx";
import { teamIn } from "#components/results/address.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Waiting on others" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WaitingPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const teamId = teamIn(query);
  return prefetched(
    org,
    (trpc) => [trpc.plans.practices.queryOptions(teamId ? { teamId } : {}), trpc.calls.page.queryOptions({})],
    <>
      <OwnTeamLinks beside org={org} teamId={teamId} />
      <WaitingScreen key={teamId} org={org} teamId={teamId} />
    </>,
  );
}
