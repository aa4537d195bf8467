import type { Metadata } from "next";
import { CallNow } from "#components/calls/call-now.tsx";
import { NowScreen } from "#components/now/now-screen.tsx";
import { PlanNow } from "#components/plans/plan-now.tsx";
import { PracticesFold } from "#components/plans/practices-fold.tsx";
import { WorthCheckingCard } from "#components/plans/worth-checking-card.tsx";
import { teamIn } from "#components/results/address.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Now" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NowPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const teamId = teamIn(query);
  const input = teamId ? { teamId } : {};
  return prefetched(
    org,
    (trpc) => [
      trpc.assessments.due.queryOptions({}),
      trpc.results.myTeams.queryOptions(),
      trpc.members.own.queryOptions(),
      trpc.calls.page.queryOptions(input),
      trpc.plans.page.queryOptions(input),
      trpc.plans.practices.queryOptions(input),
      trpc.plans.worthChecking.queryOptions(input),
    ],
    <NowScreen key={teamId} org={org} call={<CallNow org={org} teamId={teamId} />}>
      <WorthCheckingCard teamId={teamId} />
      <PlanNow org={org} teamId={teamId} />
      <PracticesFold org={org} teamId={teamId} />
    </NowScreen>,
  );
}
