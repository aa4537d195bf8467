import { readPulseBody } from "#contracts/pulse.ts";
import { callerAddress } from "#server/kernel/caller-address.ts";
import { openPulseForm, sendPulse } from "#server/modules/responses/index.ts";
import { admit, newTraffic, type Page, plainPage, pulsePage } from "#server/respond/index.ts";
import { formBody, langOf, send } from "../../over-http.ts";

export const dynamic = "force-dynamic";

const traffic = newTraffic();
const isTooMuch = ({ headers }: Request) => !admit(traffic, callerAddress(headers.get("x-forwarded-for")), Date.now());

type Context = { params: Promise<{ link: string }> };

/** The same for everybody who has the link, used or not. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { link } = await params;
  if (isTooMuch(request)) return send(plainPage("unavailable", langOf(request)));
  return send(await formPage(link, langOf(request)));
}

async function formPage(link: string, lang: "en" | "cy"): Promise<Page> {
  try {
    const opened = await openPulseForm(link);
    return opened.state === "open" ? pulsePage({ form: opened.form, lang }) : plainPage(opened.state, lang);
  } catch {
    return plainPage("unavailable", lang);
  }
}

/** No check of the origin: the secret of the link is the authority. What fails is never logged: it holds answers. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { link } = await params;
  const lang = langOf(request);
  if (isTooMuch(request)) return send(plainPage("unavailable", lang));
  const body = await formBody(request).catch(() => null);
  if (body === null) return send(plainPage("refused", lang));
  return send(await takeAnswers(link, lang, body, new URL(request.url)));
}

/** With `keep` the same page comes back in the language asked for, with everything typed; nothing is stored. */
async function takeAnswers(link: string, lang: "en" | "cy", body: string, url: URL): Promise<Page> {
  const opened = await openPulseForm(link).catch(() => ({ state: "unavailable" as const }));
  if (opened.state !== "open") return plainPage(opened.state, lang);
  const { form } = opened;
  const codes = form.statements.map(({ code }) => code);
  const read = readPulseBody(body, codes);
  const chosen = form.welsh ? lang : "en";
  if (read.state === "refused") return plainPage("refused", chosen);
  const typed =
    read.state === "problem" ? read.typed : { answers: read.answers.answers, note: read.answers.note ?? "" };
  if (url.searchParams.has("keep")) return pulsePage({ form, lang, typed });
  if (read.state === "problem") return pulsePage({ form, lang, typed, problem: read.problem });
  try {
    const outcome = await sendPulse(link, read.answers);
    return plainPage(outcome, chosen, outcome === "received" ? decisionsOf(url.pathname) : undefined);
  } catch {
    return pulsePage({ form, lang, typed, problem: "not_stored" });
  }
}

/** Where the team's decisions stand: the link without its secret. */
const decisionsOf = (path: string) => path.slice(0, path.lastIndexOf(".")).replace(/^\/r\//, "/d/");
