import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { ReviewScreen } from "#components/plans/review-screen.tsx";
import { teamIn } from "#components/results/address.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Was the call right?" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ReviewPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const teamId = teamIn(query);
  return prefetched(
    org,
    (trpc) => [trpc.plans.review.queryOptions(teamId ? { teamId } : {}), trpc.calls.page.queryOptions({})],
    <>
      <OwnTeamLinks beside org={org} teamId={teamId} />
      <ReviewScreen key={teamId} org={org} teamId={teamId} />
    </>,
  );
}
