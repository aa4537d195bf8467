import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportScreen } from "#components/imports/import-screen.tsx";
import { ImportId } from "#contracts/imports.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Import past results" };

export default async function ImportPage({ params }: { params: Promise<{ org: string; importId: string }> }) {
  const { org, importId } = await params;
  if (!ImportId.safeParse({ importId }).success) notFound();
  return prefetched(
    org,
    (trpc) => [trpc.imports.read.queryOptions({ importId })],
    <ImportScreen org={org} importId={importId} />,
  );
}
