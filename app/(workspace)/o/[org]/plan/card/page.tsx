import type { Metadata } from "next";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { CardScreen } from "#components/plans/card-screen.tsx";
import { teamIn } from "#components/results/address.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Say this first, check this first" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const one = (value: string | string[] | undefined) => (typeof value === "string" ? { value } : null);

export default async function CardPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const teamId = teamIn(query);
  const [lead, manage] = [one(query.lead), one(query.manage)];
  const start = { ...(lead ? { lead: lead.value } : {}), ...(manage ? { manage: manage.value } : {}) };
  return prefetched(
    org,
    (trpc) => [trpc.plans.page.queryOptions(teamId ? { teamId } : {}), trpc.calls.page.queryOptions({})],
    <>
      <OwnTeamLinks beside org={org} teamId={teamId} />
      <CardScreen org={org} teamId={teamId} start={start} />
    </>,
  );
}
