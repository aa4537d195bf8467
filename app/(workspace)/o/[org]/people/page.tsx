import type { Metadata } from "next";
import { PeopleScreen } from "#components/people/people-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "People and roles" };

export default async function PeoplePage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.people.list.queryOptions({})], <PeopleScreen org={org} />);
}
