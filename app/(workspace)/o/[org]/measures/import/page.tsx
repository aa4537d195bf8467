import type { Metadata } from "next";
import { ImportMeasureScreen } from "#components/measures/import-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Import figures" };

export default async function ImportMeasurePage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.measures.list.queryOptions()], <ImportMeasureScreen org={org} />);
}
