import type { Metadata } from "next";
import { CardsScreen } from "#components/waves/cards-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Cards to print" };

export default async function CardsPage({ params }: { params: Promise<{ org: string; waveId: string }> }) {
  const { org, waveId } = await params;
  return prefetched(
    org,
    (trpc) => [trpc.waves.sheets.queryOptions({ waveId })],
    <CardsScreen org={org} waveId={waveId} />,
  );
}
