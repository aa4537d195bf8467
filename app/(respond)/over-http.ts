import { PULSE_BODY_BYTES } from "#contracts/pulse.ts";
import type { Page } from "#server/respond/index.ts";

export function send({ body, status, headers }: Page): Response {
  return new Response(body, { status, headers });
}

/** The language is in the address and nowhere else: nothing is stored on the phone. */
export function langOf(request: Request): "en" | "cy" {
  return new URL(request.url).searchParams.get("lang") === "cy" ? "cy" : "en";
}

/** The body of a form, or null where it is no form or longer than one can be. Stops reading at the limit. */
export async function formBody(request: Request): Promise<string | null> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(type)) return null;
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > PULSE_BODY_BYTES) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
