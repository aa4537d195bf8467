import type { Metadata } from "next";
import { PrioritiesScreen } from "#components/decisions/priorities-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Priorities" };

export default async function PrioritiesPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.decisions.priorities.queryOptions()], <PrioritiesScreen />);
}
