import { z } from "zod";
import type { ReadResults } from "#contracts/results-pages.ts";
import { ResultView } from "#contracts/results.ts";
import type { HeatmapSort } from "#components/charts/heatmap/prepare.ts";

/** What a results page shows, as its address says it: a link shows somebody else the same, within their own part. */

export const TABS = ["heatmap", "quadrant", "trend"] as const;
export type Tab = (typeof TABS)[number];

const SORTS = ["tree", "worse", "engagement", "delivery", "name", "answers"] as const satisfies readonly HeatmapSort[];

/** Which units are closed: all but some, or only some. Ids are cut to eight characters. */
export type Fold = { shut: boolean; except: readonly string[] };

export type ResultsAddress = {
  tab: Tab;
  waveId: string | undefined;
  view: ResultView | undefined;
  sort: HeatmapSort;
  statements: boolean;
  against: boolean;
  compact: boolean;
  /** Null: as the page decides. */
  fold: Fold | null;
  /** Whose trend. */
  unitId: string | undefined;
};

type Query = Record<string, string | string[] | undefined>;

const SHORT = 8;
const MOST_EXCEPTIONS = 60;
const uuid = z.uuid();

/** Anything that is not understood is left out: an address is typed, shortened and passed on by people. */
export function readAddress(query: Query): ResultsAddress {
  const one = (name: string) => {
    const value = query[name];
    return typeof value === "string" ? value : undefined;
  };
  const id = (name: string) => {
    const parsed = uuid.safeParse(one(name));
    return parsed.success ? parsed.data : undefined;
  };
  const view = ResultView.safeParse(one("view"));
  return {
    tab: TABS.find((tab) => tab === one("tab")) ?? "heatmap",
    waveId: id("wave"),
    view: view.success ? view.data : undefined,
    sort: SORTS.find((sort) => sort === one("sort")) ?? "tree",
    statements: one("statements") === "yes",
    against: one("against") === "yes",
    compact: one("compact") === "yes",
    fold: readFold(one("fold")),
    unitId: id("unit"),
  };
}

function readFold(text: string | undefined): Fold | null {
  const [base, ...rest] = (text ?? "").split(".");
  if (base !== "shut" && base !== "open") return null;
  return { shut: base === "shut", except: rest.filter((part) => /^[0-9a-f]{8}$/.test(part)).slice(0, MOST_EXCEPTIONS) };
}

/** Only what differs from the page as it opens by itself. */
export function writeAddress(address: ResultsAddress): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | undefined) => value && query.set(name, value);
  put("tab", address.tab === "heatmap" ? undefined : address.tab);
  put("wave", address.waveId);
  put("view", address.view);
  put("sort", address.sort === "tree" ? undefined : address.sort);
  put("statements", address.statements ? "yes" : undefined);
  put("against", address.against ? "yes" : undefined);
  put("compact", address.compact ? "yes" : undefined);
  put("fold", address.fold ? [address.fold.shut ? "shut" : "open", ...address.fold.except].join(".") : undefined);
  put("unit", address.unitId);
  const text = query.toString();
  return text ? `?${text}` : "";
}

export function tableInput(address: ResultsAddress): ReadResults {
  return {
    ...(address.waveId ? { waveId: address.waveId } : {}),
    ...(address.view ? { view: address.view } : {}),
    ...(address.statements && address.tab === "heatmap" ? { statements: true } : {}),
  };
}

/** From this many rows on, a table opens with its units closed. */
const MANY = 400;

export function closedUnits(fold: Fold | null, closable: readonly string[], rows: number): string[] {
  const { shut, except } = fold ?? { shut: rows > MANY, except: [] };
  const named = new Set(except);
  return closable.filter((unitId) => named.has(unitId.slice(0, SHORT)) !== shut);
}

/** The shorter of both ways to say it. */
export function foldOf(closed: ReadonlySet<string>, closable: readonly string[]): Fold {
  const shut = closed.size * 2 > closable.length;
  const except = closable.filter((unitId) => closed.has(unitId) !== shut).map((unitId) => unitId.slice(0, SHORT));
  return { shut, except: except.slice(0, MOST_EXCEPTIONS) };
}

/** The wave that an address names; anything else than an id is left out. */
export function waveIn(query: Query): string | undefined {
  return readAddress(query).waveId;
}

/** The team that an address names. */
export function teamIn(query: Query): string | undefined {
  const parsed = uuid.safeParse(query.team);
  return parsed.success ? parsed.data : undefined;
}

/** The unit of a path; nothing where it is no id. */
export function unitIn(text: string): string | undefined {
  const parsed = uuid.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}
