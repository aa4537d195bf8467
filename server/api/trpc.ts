import { initTRPC } from "@trpc/server";
import { ZodError, z } from "zod";
import type { OperatorPermission, Permission } from "#contracts/permissions.ts";
import type { Clock } from "#server/kernel/clock.ts";
import { DomainError } from "#server/kernel/errors.ts";

export type Context = {
  /** Secret of the session row, out of the cookie; null when nobody is signed in. */
  unverifiedSecret: string | null;
  /** Organisation named by the address of the page; believed only together with a membership. */
  unverifiedSlug: string | null;
  clock: Clock;
};

/** Exactly one of the three; the procedure inventory test walks them all. */
export type Meta =
  | { permission: Permission | OperatorPermission; signedIn?: never; public?: never }
  | { signedIn: string; permission?: never; public?: never }
  | { public: string; permission?: never; signedIn?: never };

export const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isServer: true,
    errorFormatter({ shape, error }) {
      const cause = error.cause;
      return {
        ...shape,
        // A stack or a database message is nobody's business outside; domain messages are written for the screen.
        message: cause instanceof DomainError ? cause.message : messageFor(cause, error.code),
        data: {
          code: shape.data.code,
          httpStatus: shape.data.httpStatus,
          path: shape.data.path,
          domain: cause instanceof DomainError ? { kind: cause.kind, ...cause.detail } : null,
          fields: cause instanceof ZodError ? z.flattenError(cause).fieldErrors : null,
        },
      };
    },
  });

function messageFor(cause: unknown, code: string): string {
  if (cause instanceof ZodError) return "Some of what was sent is not in the expected form.";
  if (code === "NOT_FOUND") return "We could not find this.";
  return "This did not work. Nothing is lost. Try again.";
}
