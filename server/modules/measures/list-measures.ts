import type { MeasureKind } from "#contracts/help.ts";
import type { Measure, MeasureScale, MeasuresPage } from "#contracts/measures.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { listValues } from "./queries.ts";

/** Hundreds of units over twenty years. */
const VALUES = 20_000;

/** Other measures of the units in the reader's part, each by itself with its source and licence. */
export async function listMeasures(scope: Scope<"result:read">): Promise<MeasuresPage> {
  const values = await listValues(scope, VALUES);
  const measures = [...Map.groupBy(values, ({ title }) => title)].map(([title, rows]): Measure => {
    const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
    const latest = rows.reduce((a, b) => (b.year > a.year ? b : a));
    return {
      title,
      kind: latest.kind as MeasureKind,
      scale: latest.scale as MeasureScale,
      source: latest.source,
      licence: latest.licence,
      years,
      units: [...Map.groupBy(rows, ({ unitId }) => unitId)].map(([unitId, own]) => ({
        unitId,
        name: own[0]?.name ?? "",
        values: years.map((year) => own.find((row) => row.year === year)?.value ?? null),
      })),
    };
  });
  return { measures };
}
