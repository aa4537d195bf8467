import type { Metadata } from "next";
import { MeasuresScreen } from "#components/measures/measures-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Other measures" };

export default async function MeasuresPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.measures.list.queryOptions()], <MeasuresScreen org={org} />);
}
