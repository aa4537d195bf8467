import type { Metadata } from "next";
import { WaitingScreen } from "#components/help/waiting-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Waiting for you" };

export default async function WaitingPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.help.waiting.queryOptions()], <WaitingScreen org={org} />);
}
