/** Markup that is safe to send: made by `html` and by nothing else. */
class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type { Html };

type Piece = string | number | Html | null | undefined | false | readonly Piece[];

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

/** Every character that could end a text or a quoted attribute. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (c) => ESCAPES[c] ?? c);
}

function markupOf(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return "";
  if (piece instanceof Html) return piece.markup;
  if (typeof piece === "string" || typeof piece === "number") return escapeText(String(piece));
  return piece.map(markupOf).join("");
}

/** A template whose values are escaped, unless `html` made them. Attributes stand in double quotes, unless they are numbers. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(parts.reduce((text, part, i) => text + markupOf(pieces[i - 1] ?? null) + part));
}

/** For constants of this folder (style sheets, drawings) and never for anything that came from outside. */
export function constant(markup: string): Html {
  return new Html(markup);
}
