import type { Metadata } from "next";
import { StructureScreen } from "#components/register/structure-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Structure" };

export default async function StructurePage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.register.tree.queryOptions()], <StructureScreen org={org} />);
}
