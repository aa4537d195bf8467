import { TRPCError } from "@trpc/server";
import { DomainError, type DomainErrorKind } from "#server/kernel/errors.ts";

const CODES = {
  not_found: "NOT_FOUND",
  forbidden: "FORBIDDEN",
  conflict: "CONFLICT",
  invalid: "BAD_REQUEST",
  refused: "PRECONDITION_FAILED",
  signed_out: "UNAUTHORIZED",
  too_many: "TOO_MANY_REQUESTS",
} as const satisfies Record<DomainErrorKind, TRPCError["code"]>;

/** The one mapping from domain errors to transport codes. Everything else is an internal error without detail. */
export function toTransportError(error: unknown): TRPCError {
  if (error instanceof TRPCError) {
    return error.cause instanceof DomainError ? toTransportError(error.cause) : error;
  }
  if (error instanceof DomainError) {
    return new TRPCError({ code: CODES[error.kind], message: error.message, cause: error });
  }
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error });
}

export function domainErrorOf(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  if (error instanceof TRPCError && error.cause instanceof DomainError) return error.cause;
  return null;
}
