import type { Metadata } from "next";
import { CheckScreen } from "#components/calls/check-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Check" };

export default async function CheckPage({ params }: { params: Promise<{ org: string; teamId: string }> }) {
  const { org, teamId } = await params;
  return prefetched(
    org,
    (trpc) => [trpc.calls.page.queryOptions({ teamId })],
    <CheckScreen key={teamId} org={org} teamId={teamId} />,
  );
}
