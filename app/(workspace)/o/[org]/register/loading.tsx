import { SkeletonTable } from "#components/ui/skeleton-table.tsx";

export default function Loading() {
  return (
    <SkeletonTable
      label="Loading teams"
      rows={4}
      columns={[{ header: "Team" }, { header: "Below" }, { header: "Asked" }, { header: "What became of it" }]}
    />
  );
}
