import type { Metadata } from "next";
import { WavesScreen } from "#components/waves/waves-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Waves" };

export default async function WavesPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(
    org,
    (trpc) => [
      trpc.organisations.home.queryOptions(),
      trpc.waves.list.queryOptions({}),
      trpc.waves.basis.queryOptions(),
    ],
    <WavesScreen org={org} />,
  );
}
