import type { OwnLists } from "#contracts/members.ts";
import { longDate } from "#components/ui/dates.ts";

const people = (n: number) => (n === 1 ? "1 person" : `${n} people`);

/** The first sentence of somebody's own lists. */
export function listsTitle(own: OwnLists): string {
  const open = own.lists.filter((list) => list.inWave && list.confirmedBy === null);
  if (own.wave?.confirming && open.length > 0) {
    return open.length === 1 && open[0]
      ? `Please confirm the list of ${open[0].name}`
      : `Please confirm ${open.length} lists`;
  }
  const total = own.lists.reduce((sum, list) => sum + list.members.length, 0);
  if (own.wave?.confirming && own.lists.some((list) => list.inWave)) return "Your lists are confirmed";
  return own.lists.length === 1 ? `Your list: ${people(total)}` : `Your lists: ${people(total)}`;
}

/** One line of facts under it. */
export function listsMeta(own: OwnLists): string {
  const { wave } = own;
  if (!wave) return "No wave is planned.";
  const opens = wave.opensAt
    ? `opens on ${longDate(wave.opensAt.slice(0, 10))}, ${wave.opensAt.slice(11)}`
    : "opens when HR says so";
  return wave.confirming
    ? `${wave.label} ${opens}. From then on the list stays as it is.`
    : `${wave.label} is planned and ${opens}.`;
}

type Difference = { joins: number; leaves: number; renamed: number };

/** What a file would change, without what it would not. */
export function differenceTitle({ joins, leaves, renamed }: Difference): string {
  const parts = [
    joins > 0 ? `${people(joins)} would join` : "",
    leaves > 0 ? `${joins > 0 ? leaves : people(leaves)} would leave` : "",
    renamed > 0 ? `${joins + leaves > 0 ? renamed : people(renamed)} ${renamed === 1 ? "gets" : "get"} a new name` : "",
  ].filter(Boolean);
  return parts.length === 0 ? "Nothing would change" : parts.join(", ");
}

/** How large the file is, and who is not touched by it. */
export function differenceMeta(preview: { rows: number; lists: number; unchanged: number }): string {
  const rows = preview.rows === 1 ? "1 row" : `${preview.rows.toLocaleString("en-GB")} rows`;
  const lists = preview.lists === 1 ? "1 list" : `${preview.lists.toLocaleString("en-GB")} lists`;
  const same = preview.unchanged.toLocaleString("en-GB");
  return `${rows}, ${lists}. ${preview.unchanged === 1 ? "1 person stays as they are" : `${same} people stay as they are`}.`;
}
