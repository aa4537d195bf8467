import { longDay } from "#content/plan-words.ts";
import type { GateView } from "#contracts/plans.ts";
import { dateIn } from "#server/kernel/clock.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readTeamReading } from "#server/modules/results/index.ts";
import { findCaseFacts, type RunRow } from "./playbook-queries.ts";
import { backlogGate, factsGate, gateOpensOn, rollOutGate } from "./playbook-rules.ts";

/** The gate of a playbook from what is really known today: published statements, weekly counts, or the last numbers given. */
export async function lookAtGate(scope: Scope, run: RunRow): Promise<GateView> {
  const today = dateIn(scope.organisation.zone, scope.clock.now());
  return run.state.name === "policy_roll_out" ? rollOut(scope, run, today) : backlog(scope, run, today);
}

async function rollOut(scope: Scope, { unitId, state }: RunRow, today: string): Promise<GateView> {
  const reading = await readTeamReading(scope, unitId);
  const cellOf = (code: "D1" | "D4") => reading?.row.statements?.find((s) => s.code === code)?.cell;
  const [aim, reasons] = [cellOf("D1"), cellOf("D4")];
  const later =
    reading?.closedAt && aim && reasons
      ? { closedOn: dateIn(scope.organisation.zone, reading.closedAt), aim, reasons }
      : null;
  const opensOn = gateOpensOn(state);
  if (rollOutGate(state, { today, later })) {
    const byDays = opensOn !== null && today >= opensOn;
    return {
      open: true,
      because: byDays
        ? "Ten days have passed since the outcome was agreed."
        : "Your team’s answers on aim and reasons are good again.",
    };
  }
  const until = opensOn ? ` Without a new wave it opens on ${longDay(opensOn)}.` : "";
  return {
    open: false,
    because: `It waits for good answers on aim and reasons in a wave after the outcome was agreed.${until}`,
  };
}

async function backlog(scope: Scope, { unitId, state }: RunRow, today: string): Promise<GateView> {
  if (backlogGate(state.counted, today)) {
    return { open: true, because: "In each of the last three weeks at least as many cases were closed as came in." };
  }
  const facts = await findCaseFacts(scope, unitId);
  const given = facts && { ...facts, givenOn: dateIn(scope.organisation.zone, facts.givenAt) };
  if (given && factsGate(state, given)) {
    return {
      open: true,
      because: `There are no three weekly counts. The numbers of your assessment of ${longDay(given.givenOn)} say that over four weeks at least as many cases were closed as came in.`,
    };
  }
  return {
    open: false,
    because:
      "It waits for three weeks in a row in which at least as many cases were closed as came in. Count each week below.",
  };
}
