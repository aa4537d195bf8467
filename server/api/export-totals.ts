import { TRPCError } from "@trpc/server";
import { ExportTotals } from "#contracts/certificate.ts";
import { sessionSecret } from "#server/auth/cookies.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { isSameOrigin } from "./context.ts";
import { appRouter } from "./root.ts";

const STATUS: Partial<Record<TRPCError["code"], [number, string]>> = {
  UNAUTHORIZED: [401, "Please sign in."],
  FORBIDDEN: [403, "This is not in your part of the organisation."],
  NOT_FOUND: [404, "We could not find this."],
};

/**
 * The totals of a wave as a file, through the procedure that authorises, books and holds the second pattern. Nothing of the
 * request but the wave and the session counts.
 *
 * @param given the session's secret where it is not in a cookie (tests)
 */
export async function exportTotalsFile(
  headers: Headers,
  org: string,
  query: URLSearchParams,
  given?: string,
): Promise<Response> {
  if (!isSameOrigin(headers)) return refusal(403, "Not from this site.");
  const asked = ExportTotals.safeParse({ waveId: query.get("wave") });
  if (!asked.success) return refusal(404, "We could not find this.");
  const unverifiedSecret = given ?? (await sessionSecret(headers.get("cookie")));
  const caller = appRouter.createCaller({ unverifiedSecret, unverifiedSlug: org, clock: systemClock });
  try {
    const { csv, label } = await caller.certificates.exportTotals(asked.data);
    const name = `${org}-totals-${label.toLowerCase().replace(/[^a-z0-9]+/g, "-")}.csv`;
    return new Response(`\uFEFF${csv}`, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    const [status, words] = (error instanceof TRPCError && STATUS[error.code]) || [
      500,
      "This did not work. Try again.",
    ];
    return refusal(status, words);
  }
}

const refusal = (status: number, words: string): Response =>
  new Response(words, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
