import { organisationIdBySlug } from "#server/authz/index.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { DomainError, refused } from "#server/kernel/errors.ts";
import { closeDatabases, connectDatabases } from "#server/kernel/databases.ts";
import { makeCalendar } from "./calendar.ts";
import { castStory } from "./cast.ts";
import { DEMO_PASSWORD, gatherStatistics, OPERATOR, plantOperator } from "./plant/accounts.ts";
import { takeOver } from "./plant/plant-newcomers.ts";
import { type Planted, plantOrganisation } from "./plant/plant-organisation.ts";
import { type Accounts, plantPeople } from "./plant/plant-people.ts";
import { checkAfterWave, plantPlan } from "./plant/plant-plan.ts";
import { plantPractices } from "./plant/plant-practices.ts";
import { plantPriorities } from "./plant/plant-priorities.ts";
import { plantPulse } from "./plant/plant-pulse.ts";
import { plantToday } from "./plant/plant-today.ts";
import { plantWaves } from "./plant/plant-waves.ts";
import { addressOf } from "./names.ts";
import { newcomerAccounts } from "./practices.ts";
import { type Scenario, STORIES } from "./scenarios.ts";
import { emailAt, type Story } from "./story.ts";

export { SCENARIOS, type Scenario } from "./scenarios.ts";

export type SignIn = { role: string; organisation: string; email: string; password: string; url: string };

export type SeedOptions = {
  urls: { app: string; migrator: string; releaser: string; respondent: string };
  scenario?: Scenario;
  /** The day of the demo; its waves lie before it. */
  clock?: Clock;
  log?: (line: string) => void;
};

/**
 * Writes the fictional organisations of a scenario through the use-cases that the product itself calls, each at its time in
 * the story.
 *
 * @throws refused when one of them is there already: nothing is seeded twice
 */
export async function seedDemo(options: SeedOptions): Promise<{ signIns: SignIn[] }> {
  const { urls, scenario = "demo", clock = systemClock, log = () => {} } = options;
  const stories = STORIES[scenario];
  connectDatabases(urls);
  try {
    for (const story of stories) await mustBeNew(story);
    const operatorId = await plantOperator(urls.migrator);
    const accounts: Accounts = new Map();
    const planted: Planted[] = [];
    // One after the other: somebody's account in the first is their account in the next.
    for (const story of stories) {
      const one = await plantOrganisation(castStory(story), makeCalendar(clock.now(), story.closedWaves), operatorId);
      await plantPeople(one, accounts);
      planted.push(one);
    }
    await Promise.all(
      planted.map(async (one) => {
        await plantWaves(one, log, async (wave) => {
          await takeOver(one, accounts, wave);
          await checkAfterWave(one, accounts, wave);
        });
        await plantPriorities(one, accounts);
        await plantPlan(one, accounts);
        await plantToday(one, accounts);
        await plantPractices(one, accounts);
        await plantPulse(one);
      }),
    );
    await gatherStatistics(urls.migrator);
    return { signIns: signInsOf(stories) };
  } finally {
    await closeDatabases();
  }
}

async function mustBeNew(story: Story): Promise<void> {
  try {
    await organisationIdBySlug(story.slug);
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") return;
    throw error;
  }
  throw refused(`${story.name} is here already. npm run reset removes everything, so that it can be made anew.`);
}

function signInsOf(stories: readonly Story[]): SignIn[] {
  const password = DEMO_PASSWORD;
  const inside = stories.flatMap((story) =>
    [...story.accounts, ...newcomerAccounts(story.slug).map((one) => ({ ...one, address: addressOf(one.name) }))].map(
      (account) => ({
        role: account.title,
        organisation: story.name,
        email: emailAt(story, account.address),
        password,
        url: `/o/${story.slug}`,
      }),
    ),
  );
  return [
    ...inside,
    { role: "Operator", organisation: "This installation", email: OPERATOR.email, password, url: "/organisations" },
  ];
}
