import { type Column, DataTable } from "#components/ui/data-table.tsx";
import type { QuadrantPicture, QuadrantPoint } from "./prepare.ts";

/** The picture's points as rows, the worse axis first. */
export function QuadrantTable({ picture, hrefOf }: { picture: QuadrantPicture; hrefOf: (unitId: string) => string }) {
  const columns: Column<QuadrantPoint>[] = [
    { key: "name", header: "Unit", cell: (point) => <a href={hrefOf(point.unitId)}>{point.name}</a> },
    { key: "engagement", header: "Engagement risk", cell: (point) => point.engagement, align: "end" },
    { key: "delivery", header: "Delivery risk", cell: (point) => point.delivery, align: "end" },
    { key: "answers", header: "Answers", cell: (point) => point.answers, align: "end" },
    { key: "state", header: "State", cell: (point) => point.state },
  ];
  return (
    <>
      <DataTable
        caption={picture.title}
        captionHidden
        columns={columns}
        rows={picture.points}
        rowKey={(point) => point.unitId}
      />
      {picture.note && <p className="note">{picture.note}</p>}
    </>
  );
}
