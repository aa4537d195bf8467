import type { Metadata } from "next";
import { PersonScreen } from "#components/people/person-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: { params: Promise<{ org: string; personId: string }> }) {
  const { org, personId } = await params;
  return prefetched(
    org,
    (trpc) => [trpc.people.read.queryOptions({ personId })],
    <PersonScreen org={org} personId={personId} />,
  );
}
