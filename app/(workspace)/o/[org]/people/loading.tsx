import { SkeletonTable } from "#components/ui/skeleton-table.tsx";

export default function Loading() {
  return (
    <SkeletonTable
      label="Loading people"
      columns={[{ header: "Name" }, { header: "E-mail address" }, { header: "Roles" }, { header: "State" }]}
    />
  );
}
