import type { Metadata } from "next";
import { readAddress, tableInput } from "#components/results/address.ts";
import { ResultsScreen } from "#components/results/results-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Results" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ResultsPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const input = tableInput(readAddress(query));
  return prefetched(org, (trpc) => [trpc.results.table.queryOptions(input)], <ResultsScreen org={org} />);
}
