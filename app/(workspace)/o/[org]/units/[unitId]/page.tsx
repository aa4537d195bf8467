import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CallsBelowUnit } from "#components/calls/calls-below.tsx";
import { OwnTeamLinks } from "#components/calls/own-team-links.tsx";
import { ConcernsBelow } from "#components/plans/concerns-below.tsx";
import { unitIn, waveIn } from "#components/results/address.ts";
import { UnitScreen } from "#components/results/unit-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Unit" };

type Props = {
  params: Promise<{ org: string; unitId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function UnitPage({ params, searchParams }: Props) {
  const [place, query] = await Promise.all([params, searchParams]);
  const unitId = unitIn(place.unitId);
  if (unitId === undefined) notFound();
  const waveId = waveIn(query);
  return prefetched(
    place.org,
    (trpc) => [
      trpc.results.unit.queryOptions({ unitId, ...(waveId ? { waveId } : {}) }),
      trpc.results.trend.queryOptions({ unitId }),
    ],
    <>
      <OwnTeamLinks org={place.org} teamId={unitId} />
      <UnitScreen org={place.org} unitId={unitId} />
      <CallsBelowUnit org={place.org} unitId={unitId} />
      <ConcernsBelow unitId={unitId} />
    </>,
  );
}
