import { SkeletonTable } from "#components/ui/skeleton-table.tsx";

export default function Loading() {
  return (
    <SkeletonTable
      label="Loading the audit"
      columns={[
        { header: "What" },
        { header: "To what" },
        { header: "Details" },
        { header: "Who" },
        { header: "When" },
      ]}
    />
  );
}
