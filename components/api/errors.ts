import { TRPCClientError } from "@trpc/client";
import type { AppRouter } from "#server/api/root.ts";

export type ApiError = {
  message: string;
  /** Domain kind: not_found, forbidden, conflict, invalid, refused, signed_out, too_many; null for a broken connection. */
  kind: string | null;
  /** Field name to its message, for the form. */
  fields: Record<string, string>;
  detail: Record<string, unknown>;
};

const BROKEN = "We could not reach Bearing. Nothing is lost. Try again.";

/** What a form needs of a failed call: a sentence, and a message per field. */
export function readError(error: unknown): ApiError {
  if (!(error instanceof TRPCClientError)) return { message: BROKEN, kind: null, fields: {}, detail: {} };
  const data = (error as TRPCClientError<AppRouter>).data;
  if (!data) return { message: BROKEN, kind: null, fields: {}, detail: {} };
  const domain = (data.domain ?? {}) as Record<string, unknown>;
  const listed = (data.fields ?? {}) as Record<string, string[] | undefined>;
  const fromZod = Object.fromEntries(Object.entries(listed).map(([name, messages]) => [name, messages?.[0] ?? ""]));
  return {
    message: error.message,
    kind: typeof domain.kind === "string" ? domain.kind : null,
    fields: { ...fromZod, ...((domain.fields as Record<string, string> | undefined) ?? {}) },
    detail: domain,
  };
}
