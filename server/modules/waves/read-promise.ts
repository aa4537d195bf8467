import type { PromiseText } from "#contracts/wave-views.ts";
import type { WaveRef } from "#contracts/waves.ts";
import { refused } from "#server/kernel/errors.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { promisedBy } from "./promised-by.ts";
import { mustFindWave } from "./queries.ts";

/**
 * The text that a wave's receipt is the SHA-256 of, for whoever wants to check it.
 * @throws not_found; refused before the wave has opened
 */
export async function readPromise(scope: Scope<"wave:read">, input: WaveRef): Promise<PromiseText> {
  const found = await mustFindWave(scope, input.waveId);
  if (found.receipt === null) throw refused("The receipt is made when the wave opens.");
  // A withdrawn wave has another name, so that its text would no longer give its receipt.
  if (found.status === "withdrawn") throw refused("This wave was withdrawn.");
  const { text } = await promisedBy(scope, found);
  return { receipt: found.receipt, text };
}
