import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { teamIn, waveIn } from "#components/results/address.ts";
import { MyTeamScreen } from "#components/results/my-team-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "My team" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MyTeamPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const [teamId, waveId] = [teamIn(query), waveIn(query)];
  const input = { ...(teamId ? { teamId } : {}), ...(waveId ? { waveId } : {}) };
  return prefetched(
    org,
    (trpc) => [trpc.results.myTeam.queryOptions(input)],
    <>
      <OwnTeamLinks org={org} teamId={teamId} />
      <MyTeamScreen org={org} />
    </>,
  );
}
