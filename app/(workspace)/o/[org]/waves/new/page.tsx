import type { Metadata } from "next";
import { PlanScreen } from "#components/waves/plan-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Plan a pulse" };

export default async function PlanPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(
    org,
    (trpc) => [
      trpc.organisations.home.queryOptions(),
      trpc.waves.basis.queryOptions(),
      trpc.waves.cost.queryOptions({ waveId: null }),
    ],
    <PlanScreen org={org} stored={null} />,
  );
}
