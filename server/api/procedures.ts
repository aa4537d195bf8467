import { TRPCError } from "@trpc/server";
import { OPERATOR_PERMISSIONS, type OperatorPermission, type Permission } from "#contracts/permissions.ts";
import { bookAttempt, reentryKey } from "#server/auth/rate-limit.ts";
import { findSession, type LiveSession, shortenSession } from "#server/auth/sessions.ts";
import {
  enterOrganisation,
  isInForce,
  mintScope,
  SHORT_IDLE_MINUTES,
  SHORT_SESSION_ROLES,
} from "#server/authz/index.ts";
import { writeSecurityEvent } from "#server/kernel/audit.ts";
import { DomainError, notFound } from "#server/kernel/errors.ts";
import { log } from "#server/kernel/log.ts";
import type { AccountScope } from "#server/kernel/scope.ts";
import { inTransaction, type Transaction } from "#server/kernel/transaction.ts";
import { domainErrorOf, toTransportError } from "./errors.ts";
import { type Context, t } from "./trpc.ts";

export const router = t.router;

/**
 * What is known about the caller when something is refused, for the security event. Filled as the request gets further.
 */
type Trace = { orgId: string | null; accountId: string | null };

/**
 * Runs one procedure in one transaction. tRPC's `next()` does not throw, it returns a failed result; without the rethrow
 * inside, the transaction of a failed mutation would be committed (kept by tests/integration/api/rollback.test.ts).
 */
async function inRequest<R extends { ok: boolean }>(
  info: { path: string; permission: string },
  work: (tx: Transaction, trace: Trace) => Promise<R>,
): Promise<R> {
  const trace: Trace = { orgId: null, accountId: null };
  try {
    return await inTransaction({}, async (tx) => {
      const result = await work(tx, trace);
      if (!result.ok) throw (result as unknown as { error: unknown }).error;
      return result;
    });
  } catch (error) {
    const known = domainErrorOf(error);
    if (known?.kind === "forbidden" || known?.kind === "not_found") {
      const kind = known.kind === "forbidden" ? "refused" : "not_found";
      await writeSecurityEvent({ ...trace, kind, detail: { procedure: info.path, permission: info.permission } });
    } else if (!known && !(error instanceof TRPCError && error.code !== "INTERNAL_SERVER_ERROR")) {
      const cause = error instanceof TRPCError ? error.cause : error;
      log("error", "procedure.failed", { path: info.path, name: cause instanceof Error ? cause.name : "unknown" });
    }
    throw toTransportError(error);
  }
}

async function mustFindSession(tx: Transaction, ctx: Context): Promise<LiveSession> {
  const live = ctx.unverifiedSecret ? await findSession(tx, ctx.unverifiedSecret, ctx.clock.now()) : null;
  if (!live) throw new DomainError("signed_out", "Please sign in.");
  return live;
}

/** HR and operators: a session that was longer when it began is short from now on, or over. */
async function mustBeShort(tx: Transaction, live: LiveSession, ctx: Context): Promise<void> {
  if (!(await shortenSession(tx, live, SHORT_IDLE_MINUTES, ctx.clock.now()))) {
    throw new DomainError("signed_out", "Please sign in.");
  }
}

/**
 * A procedure inside an organisation. Reads session, membership and roles from the database, so that a revocation holds
 * on the next request; opens one transaction as the app role, sets the tenant, and mints the `Scope`.
 */
export function can<P extends Permission>(permission: P) {
  return t.procedure.meta({ permission }).use(({ ctx, path, next }) =>
    inRequest({ path, permission }, async (tx, trace) => {
      const live = await mustFindSession(tx, ctx);
      trace.accountId = live.accountId;
      const member = await enterOrganisation(tx, live.accountId, ctx.unverifiedSlug ?? "", ctx.clock);
      trace.orgId = member.organisation.id;
      if (member.assignments.some((a) => SHORT_SESSION_ROLES.has(a.role) && isInForce(a, member.today))) {
        await mustBeShort(tx, live, ctx);
      }
      const scope = mintScope(tx, live.accountId, member, permission, ctx.clock);
      return next({ ctx: { scope, member } });
    }),
  );
}

/** A procedure of somebody signed in, outside any organisation: own account, choice of organisation. */
export function signedIn(reason: string) {
  return t.procedure.meta({ signedIn: reason }).use(({ ctx, path, next }) =>
    inRequest({ path, permission: "signed-in" }, async (tx, trace) => {
      const live = await mustFindSession(tx, ctx);
      trace.accountId = live.accountId;
      return next({ ctx: { account: toAccountScope(live, tx, ctx) } });
    }),
  );
}

/**
 * As `signedIn`, for what asks for the password again. The attempt is booked before anything is looked at, in a
 * transaction that stays when the request is refused: somebody at an open screen must not try passwords without end.
 */
export function signedInCounted(reason: string) {
  return t.procedure.meta({ signedIn: reason }).use(({ ctx, path, next }) => {
    const info = { path, permission: "signed-in" };
    return bookPasswordAttempt(ctx, info).then(() =>
      inRequest(info, async (tx, trace) => {
        const live = await mustFindSession(tx, ctx);
        trace.accountId = live.accountId;
        return next({ ctx: { account: toAccountScope(live, tx, ctx) } });
      }),
    );
  });
}

async function bookPasswordAttempt(ctx: Context, info: { path: string; permission: string }): Promise<void> {
  const booked = await inRequest(info, async (tx, trace) => {
    const live = await mustFindSession(tx, ctx);
    trace.accountId = live.accountId;
    return { ok: true, allowed: await bookAttempt(tx, [reentryKey(live.accountId)], ctx.clock.now()), trace };
  });
  if (booked.allowed) return;
  await writeSecurityEvent({ ...booked.trace, kind: "rate_limited", detail: { what: "password" } });
  throw toTransportError(new DomainError("too_many", "Too many attempts. Wait fifteen minutes, then try again."));
}

const toAccountScope = (live: LiveSession, tx: Transaction, ctx: Context): AccountScope => ({
  accountId: live.accountId,
  sessionId: live.sessionId,
  email: live.email,
  name: live.name,
  isOperator: live.isOperator,
  tx,
  clock: ctx.clock,
});

/** A procedure of the installation's operator. To everybody else it does not exist. */
export function operator(permission: OperatorPermission) {
  return t.procedure.meta({ permission }).use(({ ctx, path, next }) =>
    inRequest({ path, permission }, async (tx, trace) => {
      const live = await mustFindSession(tx, ctx);
      trace.accountId = live.accountId;
      if (!live.isOperator || !OPERATOR_PERMISSIONS.includes(permission)) throw notFound("page");
      await mustBeShort(tx, live, ctx);
      return next({ ctx: { account: toAccountScope(live, tx, ctx) } });
    }),
  );
}

/** A procedure without sign-in; the reason is written beside it and shown by the inventory test. */
export function anonymous(reason: string) {
  return t.procedure
    .meta({ public: reason })
    .use(({ path, next }) => inRequest({ path, permission: "public" }, (tx) => next({ ctx: { tx } })));
}
