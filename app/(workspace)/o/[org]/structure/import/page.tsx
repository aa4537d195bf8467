import type { Metadata } from "next";
import { ImportScreen } from "#components/register/import-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Change many units with a file" };

export default async function StructureImportPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.register.managed.queryOptions()], <ImportScreen org={org} />);
}
