import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { AssessScreen } from "#components/assess/assess-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Assess a team" };

export default async function AssessPage({ params }: { params: Promise<{ org: string; teamId: string }> }) {
  const { org, teamId } = await params;
  return prefetched(
    org,
    (trpc) => [trpc.assessments.open.queryOptions({ teamId }), trpc.calls.page.queryOptions({})],
    <>
      <OwnTeamLinks beside org={org} teamId={teamId} />
      <AssessScreen org={org} teamId={teamId} />
    </>,
  );
}
