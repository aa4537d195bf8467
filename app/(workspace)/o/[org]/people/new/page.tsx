import type { Metadata } from "next";
import { AddPersonScreen } from "#components/people/add-person-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Add a person" };

export default async function AddPersonPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.people.list.queryOptions({})], <AddPersonScreen org={org} />);
}
