import type { Metadata } from "next";
import { NewUnitScreen } from "#components/register/new-unit-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Add a unit or a team" };

export default async function NewUnitPage({
  params,
  searchParams,
}: {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ under?: string | string[] }>;
}) {
  const [{ org }, { under }] = await Promise.all([params, searchParams]);
  return prefetched(
    org,
    (trpc) => [trpc.register.tree.queryOptions(), trpc.register.managed.queryOptions()],
    <NewUnitScreen org={org} under={typeof under === "string" ? under : null} />,
  );
}
