import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UnitScreen } from "#components/register/unit-screen.tsx";
import { UnitId } from "#contracts/register.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Unit" };

export default async function UnitPage({ params }: { params: Promise<{ org: string; unit: string }> }) {
  const { org, unit } = await params;
  const input = UnitId.safeParse({ unitId: unit });
  if (!input.success) notFound();
  return prefetched(
    org,
    (trpc) => [trpc.register.unit.queryOptions(input.data), trpc.register.tree.queryOptions()],
    <UnitScreen org={org} unitId={unit} />,
  );
}
