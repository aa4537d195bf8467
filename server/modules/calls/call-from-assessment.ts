import type { AssessmentValues } from "#contracts/assessments.ts";
import type { CallInput } from "#contracts/calls.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readBasis } from "./read-basis.ts";
import { storeCall } from "./store-call.ts";

/**
 * The call of an assessment, in the transaction that closes a part of it: with part 1 there are signals, so there is a call;
 * with part 2 the own risks are known and the team's side opens, so it is made again with what is known now. Nothing
 * without all four signals.
 */
export async function callFromAssessment(
  scope: Scope<"assessment:fill">,
  { waveId, teamId, values }: { waveId: string; teamId: string; values: Pick<AssessmentValues, "signals" | "flags"> },
): Promise<void> {
  const { personId } = scope.actor;
  const { signals, flags } = values;
  if (!personId || Object.values(signals).some((strength) => strength === null)) return;
  const basis = await readBasis(scope, personId, teamId, { signals: signals as CallInput["signals"], flags });
  await storeCall(scope, { teamId, personId, waveId, basis });
}
