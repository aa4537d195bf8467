import type { Metadata } from "next";
import { OutboxScreen } from "#components/waves/outbox-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Mails" };

export default async function OutboxPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.outbox.read.queryOptions()], <OutboxScreen />);
}
