import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { OwnListsScreen } from "#components/members/own-lists-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Your list" };

export default async function OwnListsPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(
    org,
    (trpc) => [trpc.members.own.queryOptions()],
    <>
      <OwnTeamLinks org={org} />
      <OwnListsScreen />
    </>,
  );
}
