import { SkeletonTable } from "#components/ui/skeleton-table.tsx";

export default function Loading() {
  return (
    <SkeletonTable
      label="Loading the structure"
      columns={[
        { header: "Unit or team" },
        { header: "Code" },
        { header: "Supervisor" },
        { header: "Works" },
        { header: "People" },
      ]}
    />
  );
}
