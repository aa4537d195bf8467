import type { ExtraCode, PlanPulse } from "#contracts/wave-plans.ts";
import type { PlanBasis, PulseDetail } from "#contracts/wave-views.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { EXTRA_STATEMENTS } from "#content/extra-statements.ts";
import { STATEMENTS } from "#content/statements.ts";
import { WELSH_DRAFTS } from "#content/welsh-statements.ts";

/** What HR types, before it is a plan. */
export type PlanDraft = {
  label: string;
  k: number;
  byHand: boolean;
  opensAt: string;
  closesAt: string;
  deletesOn: string;
  extra: ExtraCode | null;
  locals: string[];
  agreedWithStaff: boolean;
  offersWelsh: boolean;
  /** Welsh words by code, and whether HR has confirmed them. */
  welsh: Record<string, { words: string; confirmed: boolean }>;
};

const DAY = 86_400_000;
const plusDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Many are away: a pulse that is proposed touches none of these days. */
const AWAY = { from: "12-18", to: "01-05" } as const;
const isAway = (day: string) => day.slice(5) >= AWAY.from || day.slice(5) < AWAY.to;

/**
 * A first proposal: opens on a Monday in two to three weeks, or after the days around Christmas, closes eleven days later,
 * answers kept for two years.
 */
export function firstDraft({ k, today }: PlanBasis): PlanDraft {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  let monday = plusDays(today, ((8 - weekday) % 7) + 14);
  while (isAway(monday) || isAway(plusDays(monday, 11))) monday = plusDays(monday, 7);
  const closes = plusDays(monday, 11);
  return {
    label: "",
    k,
    byHand: false,
    opensAt: `${monday}T09:00`,
    closesAt: `${closes}T17:00`,
    deletesOn: `${Number(closes.slice(0, 4)) + 2}${closes.slice(4).replace("02-29", "02-28")}`,
    extra: null,
    locals: [],
    agreedWithStaff: false,
    offersWelsh: false,
    welsh: {},
  };
}

/** A stored plan as it is typed again. */
export function draftOf(pulse: PulseDetail, basis: PlanBasis): PlanDraft {
  const first = firstDraft(basis);
  return {
    label: pulse.label,
    k: pulse.k,
    byHand: pulse.opensAt === null,
    opensAt: pulse.opensAt ?? first.opensAt,
    closesAt: pulse.closesAt ?? first.closesAt,
    deletesOn: pulse.deletesOn ?? first.deletesOn,
    extra: pulse.extra,
    locals: pulse.statements.filter((s) => s.part === "local").map((s) => s.en),
    agreedWithStaff: pulse.agreedWithStaff,
    offersWelsh: pulse.welsh,
    welsh: Object.fromEntries(
      pulse.statements.flatMap((s) => (s.cy === null ? [] : [[s.code, { words: s.cy, confirmed: true }]])),
    ),
  };
}

export type Asked = { code: string; en: string; cy: string; confirmed: boolean };

/** Every statement of a draft in order, with the Welsh words as they stand: HR's own, or the draft to start from. */
export function askedIn(draft: PlanDraft): Asked[] {
  const own: [string, string][] = [
    ...STATEMENT_CODES.map((code): [string, string] => [code, STATEMENTS[code].member]),
    ...(draft.extra ? [[draft.extra, EXTRA_STATEMENTS[draft.extra]] as [string, string]] : []),
    ...draft.locals.map((text, i): [string, string] => [`L${i + 1}`, text]),
  ];
  const drafts: Record<string, string> = WELSH_DRAFTS;
  return own.map(([code, en]) => ({
    code,
    en,
    cy: draft.welsh[code]?.words ?? drafts[code] ?? "",
    confirmed: draft.welsh[code]?.confirmed ?? false,
  }));
}

/** What is sent: empty local statements are none, and only confirmed Welsh goes along. */
export function planOf(draft: PlanDraft): PlanPulse {
  const locals = draft.locals.map((text) => text.trim()).filter((text) => text !== "");
  return {
    label: draft.label,
    k: draft.k,
    opensAt: draft.byHand ? null : draft.opensAt,
    closesAt: draft.closesAt,
    deletesOn: draft.deletesOn,
    extra: draft.extra,
    locals,
    agreedWithStaff: draft.agreedWithStaff,
    offersWelsh: draft.offersWelsh,
    welsh: askedIn({ ...draft, locals })
      .filter((s) => s.confirmed && s.cy.trim() !== "")
      .map((s) => ({ code: s.code, words: s.cy })),
  };
}

/** The field of a message, as an id on the page: "locals.2" is the third of HR's own statements. */
export function fieldsOf(issues: readonly { path: readonly PropertyKey[]; message: string }[]): Record<string, string> {
  return Object.fromEntries(issues.map((issue) => [issue.path.slice(0, 2).map(String).join("."), issue.message]));
}
