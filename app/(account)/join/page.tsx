import type { Metadata } from "next";
import { JoinScreen } from "#components/account/join-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Join an organisation" };

export default async function JoinPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  return prefetched(null, (trpc) => [trpc.account.me.queryOptions()], <JoinScreen token={token ?? ""} />);
}
