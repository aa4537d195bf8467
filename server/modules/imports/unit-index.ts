import type { LiveUnit } from "#server/modules/waves/index.ts";

/** Finds the unit a row names. Spaces around and case do not matter where that leaves one unit only. */
export type UnitIndex = {
  units: readonly LiveUnit[];
  /** Position in `units`; -1 unknown, -2 when several units are called so. */
  find(name: string): number;
  /** True when the second is the first one's parent, or higher up. */
  isBelow(unit: number, above: number): boolean;
};

export const UNKNOWN_UNIT = -1;
export const AMBIGUOUS_UNIT = -2;

const plain = (name: string) => name.trim().replace(/\s+/g, " ").toLowerCase();

export function unitIndex(units: readonly LiveUnit[], by: "code" | "name"): UnitIndex {
  const exact = new Map<string, number>();
  const loose = new Map<string, number>();
  const note = (map: Map<string, number>, key: string, i: number) => map.set(key, map.has(key) ? AMBIGUOUS_UNIT : i);
  units.forEach((unit, i) => {
    note(exact, unit[by], i);
    note(loose, plain(unit[by]), i);
  });
  const paths = units.map((u) => new Set(u.path));
  return {
    units,
    find: (name) => exact.get(name) ?? loose.get(plain(name)) ?? UNKNOWN_UNIT,
    isBelow: (unit, above) => unit !== above && (paths[unit]?.has(units[above]?.id ?? "") ?? false),
  };
}
