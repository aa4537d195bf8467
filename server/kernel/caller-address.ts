import { env } from "./env.ts";
import { networkOf } from "./network-of.ts";

/**
 * The address of the caller. The socket's own address stands last in X-Forwarded-For (instrumentation.ts appends it, as
 * Next would keep whatever the client sent); behind n configured proxies it is the n-th before that. What a client wrote
 * itself stands further left and is never reached; a shorter list than the configuration promises gives no address of its
 * own, so that all such requests share one count.
 */
export function callerAddress(forwardedFor: string | null): string {
  const hops = (forwardedFor ?? "")
    .split(",")
    .map((h) => h.trim())
    .filter(Boolean);
  const address = hops[hops.length - 1 - env().BEARING_PROXIES];
  return address === undefined ? "unknown" : networkOf(address);
}
