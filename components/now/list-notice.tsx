"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";

/** While a wave waits for it: the supervisor's own list has to be confirmed. */
export function ListNotice({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data: own } = useSuspenseQuery(trpc.members.own.queryOptions());
  const open = own.lists.filter((list) => list.inWave && list.confirmedBy === null);
  if (!own.wave?.confirming || open.length === 0) return null;
  return (
    <Banner action={<Link href={`/o/${org}/members`}>See your list</Link>}>
      {own.wave.label} is about to open. Please confirm the list of{" "}
      {open.length === 1 ? open[0]?.name : `${open.length} teams`}.
    </Banner>
  );
}
