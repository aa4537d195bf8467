import type { Metadata } from "next";
import { WaveScreen } from "#components/waves/wave-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Wave" };

export default async function WavePage({ params }: { params: Promise<{ org: string; waveId: string }> }) {
  const { org, waveId } = await params;
  return prefetched(
    org,
    (trpc) => [trpc.waves.read.queryOptions({ waveId })],
    <WaveScreen org={org} waveId={waveId} />,
  );
}
