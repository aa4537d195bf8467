import { decisionsPage } from "#server/respond/index.ts";
import { teamPage } from "../../find-team.ts";
import { langOf, send } from "../../over-http.ts";

export const dynamic = "force-dynamic";

/** What a team said, what was decided, what others answered: the same for everybody, without an account. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const lang = langOf(request);
  const { code } = await params;
  return send(await teamPage(code, lang, (found, path) => decisionsPage(found, lang, `${path}/notice`)));
}
