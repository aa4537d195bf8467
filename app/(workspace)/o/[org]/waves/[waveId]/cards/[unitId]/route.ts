import { readLinkSheet } from "#server/api/read-link-sheet.ts";
import { linkSheet } from "#server/respond/index.ts";

type Params = { params: Promise<{ org: string; waveId: string; unitId: string }> };

/** A sheet of cards: a page without script, as the pages of the pulse are. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { org, waveId, unitId } = await params;
  const found = await readLinkSheet(request.headers, org, waveId, unitId);
  if ("status" in found) return new Response("There is no such sheet for you.", { status: found.status });
  const { organisation, team, waveLabel, openUntil, welsh, links } = found;
  const page = linkSheet({ organisation, team, waveLabel, openUntil, welsh, links });
  return new Response(page.body, { status: page.status, headers: { ...page.headers, "cache-control": "no-store" } });
}
