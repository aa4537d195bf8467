import { answerLinkRequest } from "#server/auth/answer-link-request.ts";

/** Asks for a sign-in link by mail; the answer tells nothing about the address. */
export function POST(request: Request): Promise<Response> {
  return answerLinkRequest(request);
}
