import type { Metadata } from "next";
import { ImportsScreen } from "#components/imports/imports-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Import past results" };

export default async function ImportsPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.imports.list.queryOptions({})], <ImportsScreen org={org} />);
}
