import { answerWave } from "#db/seed/answers.ts";
import { assessTeam } from "#db/seed/assess.ts";
import { makeCalendar, type WaveDates } from "#db/seed/calendar.ts";
import { castStory } from "#db/seed/cast.ts";
import { large } from "#db/seed/organisations/large.ts";
import { act } from "#db/seed/plant/acting.ts";
import { type Planted, plantOrganisation } from "#db/seed/plant/plant-organisation.ts";
import { plantPeople } from "#db/seed/plant/plant-people.ts";
import { emailAt, type Story } from "#db/seed/story.ts";
import { asSystem } from "#server/authz/index.ts";
import { recordAssessments } from "#server/modules/assessments/index.ts";
import { BLANK, type SealedBatch, storeSealed } from "#server/modules/responses/index.ts";
import { closeWave, createWave, noteSource, openWave, sealImportedWave } from "#server/modules/waves/index.ts";

/** As many supervisors save at once, each for a team of their own. */
export const SUPERVISORS = 8;

const AREAS = "Care,Children,Homes,Planning,Streets,Libraries,Culture,Finance,Transport".split(",");
const TEAMS_PER_AREA = 25;
/** Gives about 100,000 people, at the share that answers. */
const PEOPLE_PER_TEAM = 570;

const teamName = (area: string, number: number) => `${area} ${String.fromCharCode(65 + number)}`;

/** Nine units of 25 teams: 234, as the largest public file has (FEVS 2018). */
const county: Story = {
  slug: "bench-county",
  name: "Bench County Council",
  domain: "bench-county.example",
  outline: AREAS.flatMap((area, a) => [
    `A${a + 1} ${area}`,
    ...Array.from({ length: TEAMS_PER_AREA }, (_, t) => `  ${teamName(area, t)} ${PEOPLE_PER_TEAM}`),
  ]).join("\n"),
  closedWaves: 5,
  assessedFrom: 99,
  shifts: [
    { units: ["Planning"], axis: "delivery", byWave: [4, 8, 12, 16, 20, 20] },
    { units: ["Homes"], axis: "direction", byWave: [0, 12, 16, 8, 4, 2] },
  ],
  events: [],
  asked: [],
  silent: [],
  reorganisation: null,
  accounts: [
    { name: "Hettie Marlow", address: "hr", role: "hr_admin", at: null, title: "HR admin" },
    { name: "Lyle Orchard", address: "leader", role: "senior_leader", at: null, title: "Senior leader" },
    ...Array.from({ length: SUPERVISORS }, (_, i) => ({
      name: `Supervisor ${"ABCDEFGH"[i]}`,
      address: `supervisor-${i + 1}`,
      role: "supervisor" as const,
      at: teamName(AREAS[i] ?? "Care", 0),
      title: "Supervisor",
    })),
  ],
  leaders: {},
  today: null,
  plan: null,
};

/** The organisation of the seed that is as large as a heatmap has to bear. */
const authority: Story = { ...large, closedWaves: 5, assessedFrom: 3, reorganisation: null };

export type Organisation = { slug: string; orgId: string; leader: string; planted: Planted };

export const plantCounty = (operatorId: string) => plant(county, operatorId);
export const plantAuthority = (operatorId: string) => plant(authority, operatorId);

async function plant(story: Story, operatorId: string): Promise<Organisation> {
  const planted = await plantOrganisation(castStory(story), makeCalendar(new Date(), story.closedWaves), operatorId);
  await plantPeople(planted, new Map());
  const leader = story.accounts.find((account) => account.role === "senior_leader");
  if (!leader) throw new Error("nobody reads the whole organisation");
  return { slug: story.slug, orgId: planted.orgId, leader: emailAt(story, leader.address), planted };
}

/** An organisation without a unit, for a file that brings its own. */
export async function plantEmpty(operatorId: string): Promise<{ slug: string }> {
  const [founder] = county.accounts;
  const story: Story = {
    ...county,
    slug: "bench-empty",
    name: "Bench Agencies",
    domain: "bench-empty.example",
    outline: "",
    closedWaves: 0,
    shifts: [],
    accounts: [founder],
  };
  await plantOrganisation(castStory(story), makeCalendar(new Date(), 0), operatorId);
  return { slug: story.slug };
}

/** Where each of the county's supervisors sits. */
export function supervisorsOf({ planted }: Organisation): { email: string; teamId: string }[] {
  const { story, codeOf } = planted.cast;
  return story.accounts
    .filter((account) => account.role === "supervisor")
    .map((account) => ({
      email: emailAt(story, account.address),
      teamId: planted.unitIds.get(codeOf(account.at ?? "")) ?? "",
    }));
}

/** At most `rows` people's answers of a wave, as an import hands them over. */
export function answersOf({ planted }: Organisation, wave: number, rows = Number.POSITIVE_INFINITY): SealedBatch {
  const { codes, answers } = answerWave(planted.cast, wave, BLANK);
  const unitIds = codes.slice(0, rows).map((code) => planted.unitIds.get(code) ?? "");
  return { unitIds, answers: answers.subarray(0, unitIds.length * 12) };
}

const BATCH = 10_000;

/** Stores a past wave as an import does: wave, frozen tree and answers in one transaction. Returns the wave. */
export function importWave(organisation: Organisation, number: number, batch: SealedBatch): Promise<string> {
  return asSystem("Bench", "import:run", organisation.orgId, async (scope) => {
    const closedOn = dates(organisation, number).closedAt.toISOString().slice(0, 10);
    const { waveId } = await sealImportedWave(scope, { label: `Import ${number + 1}`, closedOn });
    for (let at = 0; at < batch.unitIds.length; at += BATCH) {
      const unitIds = batch.unitIds.slice(at, at + BATCH);
      await storeSealed(scope, waveId, { unitIds, answers: batch.answers.subarray(at * 12, (at + BATCH) * 12) });
    }
    return waveId;
  });
}

/** Runs a wave as the product does, up to where its results can be published. Returns the wave. */
export async function runWave(organisation: Organisation, number: number): Promise<string> {
  const { planted } = organisation;
  const waveDates = dates(organisation, number);
  const waveId = await openNext(organisation, number);
  const given = planted.cast.teams.flatMap((team) => {
    const one = number < planted.cast.story.assessedFrom ? null : assessTeam(planted.cast, team, number, waveDates);
    const [teamId, personId] = [planted.unitIds.get(team.code), planted.supervisorIds.get(team.code)];
    return one && teamId && personId ? [{ teamId, personId, ...one }] : [];
  });
  const batch = answersOf(organisation, number);
  await act(planted.hr, "wave:run", waveDates.closedAt, async (scope) => {
    await recordAssessments(scope, { waveId, given });
    await closeWave(scope, { waveId });
    await storeSealed(scope, waveId, batch);
    await noteSource(scope, waveId, "pulse");
  });
  return waveId;
}

/** Plans and opens a wave on its day. */
export async function openNext(organisation: Organisation, number: number): Promise<string> {
  const { hr } = organisation.planted;
  const { openedAt, label } = dates(organisation, number);
  return act(hr, "wave:run", openedAt, async (scope) => {
    const { id } = await createWave(scope, { label });
    await openWave(scope, { waveId: id });
    return id;
  });
}

function dates({ planted }: Organisation, number: number): WaveDates {
  const found = planted.calendar.waves[number];
  if (!found) throw new Error("no such wave");
  return found;
}
