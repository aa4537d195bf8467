import { env } from "#server/kernel/env.ts";
import { noticePage } from "#server/respond/index.ts";
import { teamPage } from "../../../find-team.ts";
import { langOf, send } from "../../../over-http.ts";

export const dynamic = "force-dynamic";

/** The same for the wall, with a code that leads to the page. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const lang = langOf(request);
  const { code } = await params;
  return send(
    await teamPage(code, lang, (found, path) => noticePage(found, lang, new URL(path, env().BEARING_URL).href)),
  );
}
