import { statePriorities, writeDecision } from "#server/modules/decisions/index.ts";
import { answerHelp, askHelp, runHelpClock } from "#server/modules/help/index.ts";
import { daysAfter, isoDay } from "../calendar.ts";
import { emailAt } from "../story.ts";
import { type Actor, act, clockAt } from "./acting.ts";
import { type Planted, unitNamed } from "./plant-organisation.ts";
import type { Accounts } from "./plant-people.ts";

/** What teams have asked for, what leaders want to hold to, and what teams were told. Units by name, people by address. */
export type HelpStory = {
  asked: readonly {
    by: string;
    team: string;
    daysAgo: number;
    question: string;
    /** Null: it waits, or the clock has passed it up. */
    answer: { by: string; daysAgo: number; dueInDays: number; sentence: string } | null;
  }[];
  /** The whole organisation where no unit is named. */
  priorities: readonly { by: string; unit: string | null; words: readonly string[] }[];
  decisions: readonly { by: string; team: string; daysAgo: number; said: string; decided: string }[];
};

export async function plantHelp(planted: Planted, accounts: Accounts, help: HelpStory): Promise<void> {
  const { story } = planted.cast;
  const { now } = planted.calendar;
  const actor = (address: string): Actor => {
    const accountId = accounts.get(emailAt(story, address));
    if (!accountId) throw new Error(`${address} has no account`);
    return { slug: story.slug, accountId };
  };

  for (const { by, unit, words } of help.priorities) {
    const unitId = unit === null ? planted.rootUnitId : unitNamed(planted, unit);
    await act(actor(by), "priority:state", daysAfter(now, -70), (scope) =>
      statePriorities(scope, { unitId, priorities: [...words], basedOn: [] }),
    );
  }
  for (const { by, team, daysAgo, said, decided } of help.decisions) {
    const at = daysAfter(now, -daysAgo);
    await act(actor(by), "decision:write", at, (scope) =>
      writeDecision(scope, { teamId: unitNamed(planted, team), said, decided, decidedOn: isoDay(at) }),
    );
  }
  for (const { by, team, daysAgo, question, answer } of help.asked) {
    const asked = await act(actor(by), "help:ask", daysAfter(now, -daysAgo), (scope) =>
      askHelp(scope, { teamId: unitNamed(planted, team), question }),
    );
    if (!answer) {
      // Where the clock has run out by now, it has passed the request up on the day after.
      const after = daysAfter(new Date(`${asked.dueOn}T08:00:00Z`), 1);
      if (after <= now) await runHelpClock({ orgId: planted.orgId, helpId: asked.id }, clockAt(after));
      continue;
    }
    const at = daysAfter(now, -answer.daysAgo);
    await act(actor(answer.by), "help:answer", at, (scope) =>
      answerHelp(scope, {
        helpId: asked.id,
        atUnitId: asked.at.unitId,
        answer: { kind: "yes_by", by: isoDay(daysAfter(at, answer.dueInDays)), sentence: answer.sentence },
      }),
    );
  }
}
