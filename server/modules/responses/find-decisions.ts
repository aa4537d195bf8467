import type { DecisionsPage } from "#contracts/pulse.ts";
import type { HelpAnswer } from "#contracts/plans.ts";
import { respondentClient } from "#server/kernel/databases.ts";

/** As the vault's third function answers. Days are ISO dates. */
type Found = {
  organisation: string;
  team: string;
  decisions: { said: string; decided: string; on: string }[];
  asked: {
    question: string;
    on: string;
    status: "waiting" | "answered";
    /** The unit whose leader has it, or answered it. */
    of: string;
    answer: { kind: "yes_by" | "in_part" | "no_because"; sentence: string; by: string | null; on: string } | null;
  }[];
};

/**
 * What a team was told, for the page that everybody may open: as the respondent role, which may ask this and nothing else.
 * Null for an organisation or a team that is not there.
 */
export async function findDecisions(slug: string, code: string): Promise<DecisionsPage | null> {
  const [row] = await respondentClient().sql<{ found: Found | null }[]>`
    select app.find_decisions(${slug}, ${code}) as found`;
  if (!row?.found) return null;
  const { organisation, team, decisions, asked } = row.found;
  return {
    organisation,
    team,
    waveLabel: null,
    rehearsal: false,
    youSaid: decisions.map(({ said }) => said),
    decided: decisions.map(({ decided }) => ({ what: decided, dueOn: null, ended: null })),
    asked: asked.map(({ question, on, of, answer }) => ({
      of,
      need: question,
      on,
      answer: answer && toAnswer(answer),
      answeredOn: answer?.on ?? null,
    })),
  };
}

function toAnswer({ kind, sentence, by }: NonNullable<Found["asked"][number]["answer"]>): HelpAnswer {
  return kind === "yes_by" ? { kind, sentence, by: by ?? "" } : { kind, sentence };
}
