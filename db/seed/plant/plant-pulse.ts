import { WELSH_DRAFTS } from "#content/welsh-statements.ts";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { addMembers, type NewMember } from "#server/modules/register/index.ts";
import { planPulse } from "#server/modules/waves/index.ts";
import { daysAfter, isoDay } from "../calendar.ts";
import { addressOf, makeNames } from "../names.ts";
import { seeded } from "../prng.ts";
import { emailAt } from "../story.ts";
import { act } from "./acting.ts";
import type { Planted } from "./plant-organisation.ts";

/** One in so many has no address and answers by a printed card. */
const WITHOUT_ADDRESS = 12;

/** Every statement that the next pulse asks, as HR of the story has confirmed it in Welsh. */
const CONFIRMED = [...STATEMENT_CODES, "X1" as const].map((code) => ({ code, words: WELSH_DRAFTS[code] }));

/** Everybody's list, and the next pulse as a plan: what HR launches when the wave that is open has closed. */
export async function plantPulse(planted: Planted): Promise<void> {
  if (planted.cast.teams.length === 0) return;
  await act(planted.hr, "member:manage", planted.calendar.now, (scope) =>
    addMembers(scope, { members: membersOf(planted) }),
  );
  const monday = mondayAfter(daysAfter(planted.calendar.now, 21));
  const closes = isoDay(daysAfter(monday, 11));
  await act(planted.hr, "wave:run", planted.calendar.now, (scope) =>
    planPulse(scope, {
      label: "Next pulse",
      opensAt: `${isoDay(monday)}T09:00`,
      closesAt: `${closes}T17:00`,
      deletesOn: `${Number(closes.slice(0, 4)) + 2}${closes.slice(4).replace("02-29", "02-28")}`,
      extra: "X1",
      locals: [],
      agreedWithStaff: true,
      ...(planted.cast.story.asksInWelsh ? { offersWelsh: true, welsh: CONFIRMED } : { offersWelsh: false, welsh: [] }),
    }),
  );
}

/** As many people as each team has, supervisors left out: they are asked in the team of their own manager. */
function membersOf({ cast, unitIds }: Planted): NewMember[] {
  const { story } = cast;
  const taken = new Set([...story.accounts.map((a) => a.name), ...cast.teams.map((t) => t.supervisor.name)]);
  const total = cast.teams.reduce((sum, team) => sum + team.headcount, 0);
  const names = makeNames(`${story.slug} lists`, Math.min(total, MOST), taken);
  const random = seeded(story.slug, "addresses");
  let next = 0;
  return cast.teams.flatMap((team) => {
    const unitId = unitIds.get(team.code);
    if (!unitId) return [];
    return Array.from({ length: team.headcount }, () => {
      const index = next++;
      const turn = Math.floor(index / names.length);
      const name = names[index % names.length] ?? "Somebody";
      // Two people of one name have two addresses.
      const address = turn === 0 ? addressOf(name) : `${addressOf(name)}${turn + 1}`;
      const without = random.whole(1, WITHOUT_ADDRESS) === 1;
      return { unitId, name, email: without ? null : emailAt(story, address) };
    });
  });
}

/** Different names that can be made; the largest organisation has more people. */
const MOST = 8000;

function mondayAfter(date: Date): Date {
  return daysAfter(date, (8 - date.getUTCDay()) % 7);
}
