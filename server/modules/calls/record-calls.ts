import { randomUUID } from "node:crypto";
import type { CallBasis, CallInput } from "#contracts/calls.ts";
import { callPrivate, teamCall } from "#db/schema/calls.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { set } from "#server/kernel/transaction.ts";
import { risksSeen } from "#server/modules/waves/index.ts";
import { callOf, largerRisk, RULE_VERSION } from "./rules.ts";
import { CALL_DAYS } from "./timeline-rules.ts";

export type RecordedCheck = {
  teamId: string;
  /** The supervisor who checked. */
  personId: string;
  signals: CallInput["signals"];
  flags: CallInput["flags"];
  /** Twelve, as the supervisor last answered them; null where not. */
  answers: readonly (number | null)[] | null;
  at: Date;
};

/**
 * Takes many supervisors' checks at once, for a command of the installation (the demo). By the same rule as one by one, from
 * what the supervisors themselves said: the teams' own side is not in it, as while the own view comes first.
 */
export const recordCalls = command(
  "call.record",
  async (scope: Scope<"wave:run">, { given }: { given: readonly RecordedCheck[] }) => {
    const orgId = scope.organisation.id;
    if (given.length === 0) return { view: { recorded: 0 }, audit: UNCHANGED };
    const calls = given.map(({ teamId, personId, signals, flags, answers, at }) => {
      const larger = largerRisk(null, risksSeen(answers));
      const basis: CallBasis = {
        rule: RULE_VERSION,
        input: { signals, flags, largerRisk: larger.side },
        largerRiskFrom: larger.from,
        waveId: null,
        needs: { meaning: null, structure: null },
        statements: [],
        facts: null,
      };
      return { callId: randomUUID(), teamId, personId, at, basis };
    });
    await scope.tx.insert(teamCall).values(
      calls.map(({ callId, teamId, personId, at, basis }) => ({
        orgId,
        id: callId,
        unitId: teamId,
        personId,
        call: callOf(basis.input),
        madeAt: at,
        expiresAt: new Date(at.getTime() + CALL_DAYS * 86_400_000),
        createdAt: at,
      })),
    );
    // What was known is written as its author, because nobody else may.
    for (const { callId, personId, basis } of calls) {
      await set(scope.tx, { personId });
      await scope.tx.insert(callPrivate).values({ orgId, callId, personId, basis });
    }
    return {
      view: { recorded: calls.length },
      audit: { subjectId: null, subject: scope.organisation.name, after: { rows: calls.length } },
    };
  },
);
