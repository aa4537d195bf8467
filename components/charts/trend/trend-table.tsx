import { type Column, DataTable } from "#components/ui/data-table.tsx";
import type { TrendPicture, TrendTableRow } from "./prepare.ts";

/** The picture's waves as rows, oldest first. */
export function TrendTable({ picture }: { picture: TrendPicture }) {
  const columns: Column<TrendTableRow>[] = [
    { key: "label", header: "Wave", cell: (row) => row.label },
    { key: "date", header: "Closed", cell: (row) => row.date },
    { key: "answers", header: "Answers", cell: (row) => row.answers, align: "end" },
    { key: "engagement", header: "Engagement risk (likely)", cell: (row) => row.engagement, align: "end" },
    { key: "delivery", header: "Delivery risk (likely)", cell: (row) => row.delivery, align: "end" },
    ...(picture.hasCounted
      ? [{ key: "counted", header: "Counted", cell: (row: TrendTableRow) => row.counted, align: "end" as const }]
      : []),
    { key: "note", header: "What happened", cell: (row) => row.note },
  ];
  return (
    <DataTable caption={picture.title} captionHidden columns={columns} rows={picture.rows} rowKey={(row) => row.key} />
  );
}
