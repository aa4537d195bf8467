import type { Metadata } from "next";
import { EditPlanScreen } from "#components/waves/plan-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Change the plan" };

export default async function ChangePlanPage({ params }: { params: Promise<{ org: string; waveId: string }> }) {
  const { org, waveId } = await params;
  return prefetched(
    org,
    (trpc) => [
      trpc.organisations.home.queryOptions(),
      trpc.waves.basis.queryOptions(),
      trpc.waves.read.queryOptions({ waveId }),
      trpc.waves.cost.queryOptions({ waveId }),
    ],
    <EditPlanScreen org={org} waveId={waveId} />,
  );
}
