import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { GuideScreen } from "#components/guide/guide-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Team conversation" };

export default async function GuidePage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(
    org,
    () => [],
    <>
      <OwnTeamLinks org={org} />
      <GuideScreen />
    </>,
  );
}
