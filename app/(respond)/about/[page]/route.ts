import { leafletPage, plainPage } from "#server/respond/index.ts";
import { send } from "../../over-http.ts";

export const dynamic = "force-dynamic";

/** Privacy notice, questions of staff, template for the assessment: for everybody, without an account. */
export async function GET(_: Request, { params }: { params: Promise<{ page: string }> }): Promise<Response> {
  const { page } = await params;
  if (page === "privacy" || page === "questions" || page === "dpia") return send(leafletPage(page));
  return send(plainPage("decisions_unknown", "en"));
}
