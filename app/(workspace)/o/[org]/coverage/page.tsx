import type { Metadata } from "next";
import { CoverageScreen } from "#components/coverage/coverage-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Coverage" };

export default async function CoveragePage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.coverage.read.queryOptions()], <CoverageScreen org={org} />);
}
