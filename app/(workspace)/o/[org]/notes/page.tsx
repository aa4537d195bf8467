import type { Metadata } from "next";
import { NotesScreen } from "#components/notes/notes-screen.tsx";
import { unitIn, waveIn } from "#components/results/address.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Notes" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NotesPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const waveId = waveIn(query);
  const unitId = typeof query.unit === "string" ? unitIn(query.unit) : undefined;
  return prefetched(
    org,
    (trpc) => [trpc.notes.list.queryOptions({ ...(waveId ? { waveId } : {}), ...(unitId ? { unitId } : {}) })],
    <NotesScreen key={`${waveId} ${unitId}`} waveId={waveId} unitId={unitId} />,
  );
}
