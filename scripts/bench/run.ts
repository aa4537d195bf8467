import { plantOperator } from "#db/seed/plant/accounts.ts";
import { connectDatabases } from "#server/kernel/databases.ts";
import { seconds } from "../lib/steps.ts";
import type { Figure } from "./figures.ts";
import { machineFacts, readServerVersion } from "./machine.ts";
import { measureCommand, measureImport } from "./measure-import.ts";
import { measureCrowd } from "./measure-crowd.ts";
import { measurePage } from "./measure-page.ts";
import { measurePulse } from "./measure-pulse.ts";
import { measureRelease } from "./measure-release.ts";
import { measureSaves } from "./measure-saves.ts";
import { measureTable } from "./measure-table.ts";
import { type Organisation, openNext, plantAuthority, plantCounty, plantEmpty, runWave } from "./organisations.ts";
import { profileWeb } from "./profile.ts";
import { type Amounts, QUICK } from "./repeat.ts";
import { openStand, type Stand } from "./stand.ts";

export const PARTS = ["import", "release", "query", "page", "saves", "pulse", "crowd"] as const;
export type Part = (typeof PARTS)[number];

type Wishes = { parts: ReadonlySet<Part>; amounts: Amounts; profile: boolean; log: (line: string) => void };

type Outcome = { figures: Figure[]; profiles: string[]; facts: string };

/** Sets everything up, measures the parts that are wanted, and takes everything down again. */
export async function runBench({ parts, amounts, profile, log }: Wishes): Promise<Outcome> {
  const wants = (...some: Part[]) => some.some((part) => parts.has(part));
  const step = async <T>(title: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now();
    const result = await work();
    log(`${title}: ${seconds(performance.now() - started)}`);
    return result;
  };
  const stand = await step("Postgres and schema", () => openStand({ log, profile }));
  const figures: Figure[] = [];
  const profiles: string[] = [];
  try {
    connectDatabases(stand.urls);
    const operatorId = await plantOperator(stand.urls.migrator);
    const county = await step("234 units", () => plantCounty(operatorId));
    if (wants("import", "release", "query", "page")) {
      figures.push(...(await step("imports", () => countyWaves(stand, county, amounts))));
    }
    if (wants("import"))
      figures.push(...(await step("import command", () => importedByCommand(stand, operatorId, log))));
    let authority: Organisation | undefined;
    if (wants("release", "query", "page")) {
      const planted = await step("2,000 units", () => plantAuthority(operatorId));
      figures.push(...(await step("waves of 2,000 units", () => authorityWaves(planted, amounts))));
      authority = planted;
    }
    if (wants("query", "page", "saves", "pulse", "crowd")) await step("web process", () => stand.startWeb());
    const profiled = async (title: string, work: () => Promise<Figure[]>) => {
      const measure = async () => figures.push(...(await step(title, work)));
      if (profile) profiles.push(await profileWeb(stand, title, measure));
      else await measure();
    };
    for (const [organisation, units] of sized(county, authority)) {
      if (wants("query"))
        figures.push(...(await step(`query, ${units}`, () => measureTable(stand, organisation, amounts))));
      if (wants("page")) await profiled(`page, ${units}`, () => measurePage(stand, organisation, units, amounts));
    }
    if (wants("saves")) {
      await openNext(county, amounts.repetitions);
      await profiled("saves", () => measureSaves(stand, county, amounts));
    }
    if (wants("pulse")) await profiled("pulse", () => measurePulse(stand, amounts));
    if (wants("crowd")) await profiled("crowd", () => measureCrowd(stand, amounts === QUICK));
    return { figures, profiles, facts: await machineFacts(await readServerVersion(stand.superuserUrl)) };
  } finally {
    await stand.stop();
  }
}

/** Imports are the county's waves: each is measured twice, as an import and as a release. */
async function countyWaves(stand: Stand, county: Organisation, amounts: Amounts): Promise<Figure[]> {
  const { figures, waveIds } = await measureImport(stand, county, amounts);
  return [...figures, ...(await measureRelease(county.orgId, waveIds, "234 units"))];
}

/** Waves as the product runs them, so that the heatmap has all its views. */
async function authorityWaves(authority: Organisation, amounts: Amounts): Promise<Figure[]> {
  const waveIds: string[] = [];
  for (let number = 0; number < amounts.repetitions; number += 1) waveIds.push(await runWave(authority, number));
  return measureRelease(authority.orgId, waveIds, "2,000 units");
}

async function importedByCommand(stand: Stand, operatorId: string, log: (line: string) => void): Promise<Figure[]> {
  return measureCommand(stand, await plantEmpty(operatorId), log);
}

function sized(county: Organisation, authority: Organisation | undefined): [Organisation, string][] {
  return [[county, "234 units"], ...(authority ? [[authority, "2,000 units"] as [Organisation, string]] : [])];
}
