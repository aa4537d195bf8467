import type { Metadata } from "next";
import { WavePage } from "#components/waves/wave-page.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Wave" };

export default async function OneWavePage({ params }: { params: Promise<{ org: string; waveId: string }> }) {
  const { org, waveId } = await params;
  return prefetched(
    org,
    (trpc) => [trpc.waves.read.queryOptions({ waveId }), trpc.waves.cost.queryOptions({ waveId })],
    <WavePage org={org} waveId={waveId} />,
  );
}
