import { and, eq } from "drizzle-orm";
import type { HelpAnswer } from "#contracts/plans.ts";
import { escalation } from "#db/schema/help.ts";
import { asSystem } from "#server/authz/index.ts";
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
    /** In order; none while it waits. Between them the clock passes up what is overdue. */
    answers: readonly {
      by: string;
      daysAgo: number;
      kind: HelpAnswer["kind"];
      /** Of a yes: the day by which, counted from the answer. */
      dueInDays?: number;
      sentence: string;
    }[];
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
  for (const { by, team, daysAgo, question, answers } of help.asked) {
    const { id: helpId } = await act(actor(by), "help:ask", daysAfter(now, -daysAgo), (scope) =>
      askHelp(scope, { teamId: unitNamed(planted, team), question }),
    );
    for (const { by: who, daysAgo: answeredAgo, kind, dueInDays = 0, sentence } of answers) {
      const at = daysAfter(now, -answeredAgo);
      await passUpBy(planted, helpId, at);
      const { atUnitId } = await whereIs(planted, helpId);
      const answer: HelpAnswer =
        kind === "yes_by" ? { kind, by: isoDay(daysAfter(at, dueInDays)), sentence } : { kind, sentence };
      await act(actor(who), "help:answer", at, (scope) => answerHelp(scope, { helpId, atUnitId, answer }));
    }
    if (answers.length === 0) await passUpBy(planted, helpId, now);
  }
}

/** Where the clock has run out by then, it has passed the request up on the day after. */
async function passUpBy(planted: Planted, helpId: string, by: Date): Promise<void> {
  const { dueOn } = await whereIs(planted, helpId);
  const after = daysAfter(new Date(`${dueOn}T08:00:00Z`), 1);
  if (after <= by) await runHelpClock({ orgId: planted.orgId, helpId }, clockAt(after));
}

function whereIs(planted: Planted, helpId: string): Promise<{ atUnitId: string; dueOn: string }> {
  return asSystem("Demo", "help:read", planted.orgId, async ({ tx }) => {
    const [found] = await tx
      .select({ atUnitId: escalation.atUnitId, dueOn: escalation.dueOn })
      .from(escalation)
      .where(and(eq(escalation.orgId, planted.orgId), eq(escalation.id, helpId)));
    if (!found) throw new Error("a request that is not there");
    return found;
  });
}
