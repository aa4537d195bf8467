import { MEASURE_SCALES, type Measure } from "#contracts/measures.ts";

/** What the picture of another measure shows: one row per unit, one dot per year, its own axis and nothing of Bearing's. */

export type MeasureDot = { at: number; year: number; figure: string; latest: boolean };
export type MeasureLine = { unitId: string; name: string; dots: MeasureDot[]; figure: string; sentence: string };
export type MeasurePicture = {
  /** The finding. */
  title: string;
  /** What the axis says: "Engagement index, %". */
  axis: string;
  ticks: { at: number; label: string }[];
  lines: MeasureLine[];
  years: number[];
  /** Source and licence, as they were given. */
  credit: string;
  table: { head: string[]; rows: { key: string; cells: string[] }[] };
};

/** As it is published: at most two decimals, none that says nothing unless the others of its measure have them. */
export function figureOf(value: number, scale: Measure["scale"], decimals?: number): string {
  const rounded = Math.round(value * 100) / 100;
  const figure = decimals === undefined ? String(rounded) : rounded.toFixed(decimals);
  return scale === "%" ? `${figure}%` : figure;
}

/** As many decimals as the finest figure has, so that figures stand in line. */
function decimalsOf({ units }: Pick<Measure, "units">): number {
  const needed = units.flatMap(({ values }) =>
    values.map((value) => (value === null ? 0 : (String(Math.round(value * 100) / 100).split(".")[1]?.length ?? 0))),
  );
  return Math.max(0, ...needed);
}

export function prepareMeasure(measure: Measure): MeasurePicture {
  const { title, scale, years, units, source, licence } = measure;
  const { least, most } = MEASURE_SCALES[scale];
  const decimals = decimalsOf(measure);
  const say = (value: number) => figureOf(value, scale, decimals);
  const place = (value: number) => Math.min(100, Math.max(0, (100 * (value - least)) / (most - least)));
  const latestYear = years.at(-1) ?? 0;
  const lines = units.map(({ unitId, name, values }): MeasureLine => {
    const dots = values.flatMap((value, index): MeasureDot[] => {
      const year = years[index] ?? 0;
      return value === null ? [] : [{ at: place(value), year, figure: say(value), latest: year === latestYear }];
    });
    const last = dots.find((dot) => dot.latest);
    return {
      unitId,
      name,
      dots,
      figure: last?.figure ?? "–",
      sentence:
        dots.length === 0
          ? `${name}: no figure`
          : `${name}: ${dots.map((dot) => `${dot.year} ${dot.figure}`).join(", ")}`,
    };
  });
  return {
    title: titleOf(measure, latestYear),
    axis: `${title}, ${scale === "%" ? "%" : `${least} to ${most}`}`,
    ticks: [0, 1, 2, 3, 4].map((step) => {
      const value = least + ((most - least) * step) / 4;
      return { at: 25 * step, label: figureOf(value, scale) };
    }),
    lines,
    years,
    credit: `${source}. ${licence}`,
    table: {
      head: ["Unit", ...years.map(String)],
      rows: units.map(({ unitId, name, values }) => ({
        key: unitId,
        cells: [name, ...values.map((value) => (value === null ? "–" : figureOf(value, scale)))],
      })),
    },
  };
}

/** From the lowest to the highest of the latest year; ties are named together, up to two. */
function titleOf({ title, scale, years, units }: Measure, year: number): string {
  const decimals = decimalsOf({ units });
  const say = (value: number) => figureOf(value, scale, decimals);
  const at = years.length - 1;
  const known = units.flatMap(({ name, values }) => {
    const value = values[at];
    return value === null || value === undefined ? [] : [{ name, value }];
  });
  const [first] = known;
  if (!first) return `${title}: no figures yet`;
  if (known.length === 1) return `${title} ${year}: ${say(first.value)} in ${first.name}`;
  const values = known.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low === high) return `${title} ${year}: ${say(low)} everywhere`;
  const named = (value: number) => {
    const names = known.filter((one) => one.value === value).map(({ name }) => name);
    return names.length > 2 ? `${names.length} units` : names.join(" and ");
  };
  return `${title} ${year}: from ${say(low)} in ${named(low)} to ${say(high)} in ${named(high)}`;
}
