import type { DecisionsPage } from "#contracts/pulse.ts";
import { findDecisions } from "#server/modules/responses/index.ts";
import { type Page, plainPage } from "#server/respond/index.ts";

/**
 * The page of a team by the last part of its address, `<organisation>.<team code>`: an organisation's address has no dot, a
 * code may hold anything. A team that is not there, and a database that is away, have one plain page each.
 */
export async function teamPage(
  unverifiedCode: string,
  lang: "en" | "cy",
  draw: (found: DecisionsPage, path: string) => Page,
): Promise<Page> {
  const at = unverifiedCode.indexOf(".");
  const code = at < 1 || unverifiedCode.length > 300 ? null : decoded(unverifiedCode.slice(at + 1));
  if (!code) return plainPage("decisions_unknown", lang);
  const slug = unverifiedCode.slice(0, at);
  try {
    const found = await findDecisions(slug, code);
    return found
      ? draw(found, `/d/${encodeURIComponent(slug)}.${encodeURIComponent(code)}`)
      : plainPage("decisions_unknown", lang);
  } catch {
    return plainPage("unavailable", lang);
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
