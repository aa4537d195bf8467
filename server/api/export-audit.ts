import { TRPCError } from "@trpc/server";
import { ExportAudit, ExportSecurityEvents, RecordExport } from "#contracts/audit.ts";
import { sessionSecret } from "#server/auth/cookies.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { isSameOrigin } from "./context.ts";
import { appRouter } from "./root.ts";

const STATUS: Partial<Record<TRPCError["code"], [number, string]>> = {
  UNAUTHORIZED: [401, "Please sign in."],
  FORBIDDEN: [403, "This is not in your part of the organisation."],
  NOT_FOUND: [404, "We could not find this."],
  BAD_REQUEST: [400, "The filter of this file is not understood."],
};

/**
 * The audit as a file, written page by page through the procedures that the page of the audit uses: each page is
 * authorised anew, and memory holds one of them. The export is recorded before its first line leaves.
 *
 * @param given the session's secret where it is not in a cookie (tests)
 */
export async function exportAuditFile(
  headers: Headers,
  org: string,
  query: URLSearchParams,
  given?: string,
): Promise<Response> {
  if (!isSameOrigin(headers)) return refusal(403, "Not from this site.");
  const unverifiedSecret = given ?? (await sessionSecret(headers.get("cookie")));
  const caller = appRouter.createCaller({ unverifiedSecret, unverifiedSlug: org, clock: systemClock });
  const asked = Object.fromEntries([...query].filter(([, value]) => value !== ""));
  const what = RecordExport.shape.what.safeParse(asked.what);
  if (!what.success) return refusal(400, "The filter of this file is not understood.");
  const filter = (what.data === "changes" ? ExportAudit : ExportSecurityEvents).safeParse({ ...asked, cursor: null });
  if (!filter.success) return refusal(400, "The filter of this file is not understood.");

  const read = (cursor: string | null) =>
    what.data === "changes"
      ? caller.audit.exportChanges({ ...(filter.data as ExportAudit), cursor })
      : caller.audit.exportSecurity({ ...(filter.data as ExportSecurityEvents), cursor });
  try {
    await caller.audit.recordExport({ what: what.data });
    const first = await read(null);
    return new Response(pages(first, read), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${org}-audit-${what.data}.csv"`,
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

type Page = { csv: string; nextCursor: string | null };

/** The byte-order mark lets a spreadsheet read the names as UTF-8. */
function pages(first: Page, read: (cursor: string) => Promise<Page>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let page: Page | null = first;
  let isFirst = true;
  return new ReadableStream({
    async pull(controller) {
      if (!page) return controller.close();
      controller.enqueue(encoder.encode(isFirst ? `\uFEFF${page.csv}` : page.csv));
      isFirst = false;
      page = page.nextCursor ? await read(page.nextCursor) : null;
    },
  });
}

const refusal = (status: number, words: string): Response =>
  new Response(words, {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
