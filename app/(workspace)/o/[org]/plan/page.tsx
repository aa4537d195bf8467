import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { PlanScreen } from "#components/plans/plan-screen.tsx";
import { teamIn } from "#components/results/address.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Plan" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PlanPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const teamId = teamIn(query);
  const input = teamId ? { teamId } : {};
  return prefetched(
    org,
    (trpc) => [trpc.plans.page.queryOptions(input), trpc.calls.page.queryOptions({})],
    <>
      <OwnTeamLinks beside org={org} teamId={teamId} plan={false} />
      <PlanScreen key={teamId} org={org} teamId={teamId} />
    </>,
  );
}
