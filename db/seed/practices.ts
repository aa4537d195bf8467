import type { MeasureKind } from "#contracts/help.ts";
import type { MeasureScale } from "#contracts/measures.ts";
import type { Looked, PlaybookName, PlaybookStep } from "#contracts/plans.ts";
import { coastalPractices } from "./organisations/coastal-practices.ts";
import { northbridgeMeasures } from "./organisations/northbridge-measures.ts";
import { northbridgeNewcomers } from "./organisations/northbridge-newcomers.ts";
import { northbridgePractices } from "./organisations/northbridge-practices.ts";
import { northbridgeUnderWay } from "./organisations/northbridge-under-way.ts";
import { stBrannocPractices } from "./organisations/st-brannoc-practices.ts";
import { wrenfieldMeasures, wrenfieldNewcomers, wrenfieldPractices } from "./organisations/wrenfield-practices.ts";
import type { DemoAccount } from "./story.ts";

/** What leaders hold to and what teams are for. */
export type StoryPractices = {
  /** Of the organisation itself, where its help story does not state them. */
  organisation?: readonly string[];
  /** By name of the unit of the first level. */
  priorities: Readonly<Record<string, readonly string[]>>;
  /** One line for each team; see `parsePurposes`. */
  purposes: string;
};

/** Somebody who takes over a team between this wave and the next. */
export type Newcomer = {
  team: string;
  name: string;
  afterWave: number;
  /** Days from the first day in post to each training; null for nothing written down at all. */
  support: {
    mentor: string | null;
    firstTraining: number | null;
    secondTraining: number | null;
    checkInDaysAgo: number | null;
  } | null;
  /** As printed beside the sign-in; null without one. */
  signIn: string | null;
};

/** A made-up measure by unit, the latest year last; the last year is the one before the demo's. */
export type StoryMeasure = {
  title: string;
  kind: MeasureKind;
  scale: MeasureScale;
  source: string;
  licence: string;
  values: Readonly<Record<string, readonly number[]>>;
};

/** Playbooks in other states than the plan's, and what waits for the supervisor to decide. Days count back from today. */
export type UnderWay = {
  playbooks: readonly {
    team: string;
    playbook: PlaybookName;
    startedDaysAgo: number;
    moves: readonly {
      daysAgo: number;
      complete?: PlaybookStep;
      reopen?: { step: PlaybookStep; reason: string };
      leave?: Looked;
      looked?: Looked;
    }[];
    /** Up to the last whole week. */
    weeks: readonly { arrivals: number; closures: number }[];
  }[];
  decisions: readonly { team: string; who: string; needed: string; daysAgo: number }[];
};

export type Content = {
  practices: StoryPractices;
  newcomers: readonly Newcomer[];
  measures: readonly StoryMeasure[];
  underWay: UnderWay | null;
};

const CONTENT: Readonly<Record<string, Content>> = {
  northbridge: {
    practices: northbridgePractices,
    newcomers: northbridgeNewcomers,
    measures: northbridgeMeasures,
    underWay: northbridgeUnderWay,
  },
  "st-brannoc": { practices: stBrannocPractices, newcomers: [], measures: [], underWay: null },
  "coastal-resilience": { practices: coastalPractices, newcomers: [], measures: [], underWay: null },
  wrenfield: {
    practices: wrenfieldPractices,
    newcomers: wrenfieldNewcomers,
    measures: wrenfieldMeasures,
    underWay: null,
  },
};

/** Null for an organisation that is there to be measured, or is on its first day. */
export const contentOf = (slug: string): Content | null => CONTENT[slug] ?? null;

/** A team's purpose as it stands in a story, with the priority it serves: of its directorate, or of the organisation. */
export type StoryPurpose = {
  team: string;
  sentence: string;
  benefits: string;
  serves: { of: "directorate" | "organisation"; position: number } | null;
};

const LINE = /^(?<team>[^:]+): (?<words>.+?\.)(?: (?<of>>{1,2})(?<position>[123]))?$/;
const BENEFITS = /\[(?<benefits>[^\]]+)\]/;

/**
 * Reads lines such as `Voids: We make homes fit for [families] who wait. >2`: in brackets who benefits, after `>` the
 * priority of the directorate that it serves, after `>>` one of the organisation.
 *
 * @throws Error for any other line
 */
export function parsePurposes(text: string): StoryPurpose[] {
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const { team, words, of, position } = LINE.exec(line)?.groups ?? {};
      const benefits = words && BENEFITS.exec(words)?.groups?.benefits;
      if (!team || !words || !benefits) throw new Error(`no purpose: "${line}"`);
      return {
        team,
        sentence: words.replaceAll(/[[\]]/g, ""),
        benefits,
        serves: of ? { of: of === ">>" ? "organisation" : "directorate", position: Number(position) } : null,
      };
    });
}

/** The sign-ins of people who came later than the structure. */
export function newcomerAccounts(slug: string): Pick<DemoAccount, "name" | "title">[] {
  return (contentOf(slug)?.newcomers ?? []).flatMap(({ name, signIn }) => (signIn ? [{ name, title: signIn }] : []));
}
