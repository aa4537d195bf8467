import { nameSupervisor } from "#server/modules/register/index.ts";
import { daysAfter } from "../calendar.ts";
import { addressOf } from "../names.ts";
import { contentOf } from "../practices.ts";
import { emailAt } from "../story.ts";
import { takeInvitation } from "./accounts.ts";
import { act } from "./acting.ts";
import { findPerson, type Planted, unitNamed } from "./plant-organisation.ts";
import type { Accounts } from "./plant-people.ts";

/** Days after the results of a wave on which somebody takes over: all different, none after the next wave. */
const FIRST_DAY = 9;

/** First day in post of a newcomer: in the weeks after the wave that the story names. */
export function firstDayOf({ calendar, cast }: Planted, team: string): Date {
  const newcomers = contentOf(cast.story.slug)?.newcomers ?? [];
  const index = newcomers.findIndex((one) => one.team === team);
  const dates = calendar.waves[newcomers[index]?.afterWave ?? -1];
  if (!dates) throw new Error(`nobody takes over ${team}`);
  return daysAfter(dates.publishedAt, FIRST_DAY + 3 * index);
}

/** HR names whoever takes over a team after this wave; from then on assessments are theirs. */
export async function takeOver(planted: Planted, accounts: Accounts, wave: number): Promise<void> {
  const { story, codeOf } = planted.cast;
  for (const { team, name, afterWave, signIn } of contentOf(story.slug)?.newcomers ?? []) {
    if (afterWave !== wave) continue;
    const at = firstDayOf(planted, team);
    const email = emailAt(story, addressOf(name));
    const { invitation } = await act(planted.hr, "unit:manage", at, (scope) =>
      nameSupervisor(scope, { unitId: unitNamed(planted, team), email, name, replace: true }),
    );
    if (signIn && invitation?.path) await takeInvitation(invitation.path, at);
    const found = await findPerson(planted, email);
    if (!found) throw new Error(`${name} did not take over ${team}`);
    if (found.accountId) accounts.set(email, found.accountId);
    planted.supervisorIds.set(codeOf(team), found.id);
  }
}
