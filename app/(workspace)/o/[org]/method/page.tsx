import type { Metadata } from "next";
import { waveIn } from "#components/results/address.ts";
import { MethodScreen } from "#components/results/method-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "How this works" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function MethodPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const waveId = waveIn(query);
  return prefetched(
    org,
    (trpc) => [trpc.results.method.queryOptions(waveId ? { waveId } : {})],
    <MethodScreen org={org} />,
  );
}
