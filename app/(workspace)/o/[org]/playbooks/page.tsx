import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { PlaybooksScreen } from "#components/plans/playbooks-screen.tsx";
import { teamIn } from "#components/results/address.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Playbooks" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PlaybooksPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const teamId = teamIn(query);
  return prefetched(
    org,
    (trpc) => [trpc.plans.playbooks.queryOptions(teamId ? { teamId } : {}), trpc.calls.page.queryOptions({})],
    <>
      <OwnTeamLinks beside org={org} teamId={teamId} />
      <PlaybooksScreen key={teamId} org={org} teamId={teamId} />
    </>,
  );
}
