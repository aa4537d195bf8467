import { applyMeasure, checkMeasure } from "#server/modules/measures/index.ts";
import type { StoryMeasure } from "../practices.ts";
import { act } from "./acting.ts";
import type { Planted } from "./plant-organisation.ts";

/** HR brings in each measure as a file, looks at what it would do, and keeps it. */
export async function plantMeasures(planted: Planted, measures: readonly StoryMeasure[]): Promise<void> {
  const lastYear = planted.calendar.now.getUTCFullYear() - 1;
  for (const { values, ...about } of measures) {
    const rows = Object.entries(values).flatMap(([name, figures]) =>
      figures.map((value, i) => `${planted.cast.codeOf(name)},${lastYear - figures.length + 1 + i},${value}`),
    );
    const file = ["unit,year,value", ...rows].join("\n");
    const upload = {
      ...about,
      fileName: "made-up.csv",
      content: Buffer.from(file).toString("base64"),
      unitColumn: "unit",
      valueColumn: "value",
      yearColumn: "year",
      year: null,
    };
    await act(planted.hr, "import:run", planted.calendar.now, async (scope) => {
      const { hash, unknown } = await checkMeasure(scope, upload);
      if (unknown.length > 0) throw new Error(`${about.title}: no unit ${unknown.join(", ")}`);
      await applyMeasure(scope, { ...upload, hash });
    });
  }
}
