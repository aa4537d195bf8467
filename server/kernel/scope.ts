import type { Transaction } from "./transaction.ts";
import type { Clock } from "./clock.ts";

export type ScopeOrganisation = { id: string; slug: string; name: string; demo: boolean; zone: string };

/** Who acts. A job has neither account nor person, but a name. */
export type Actor = { accountId: string | null; personId: string | null; name: string };

/**
 * Proof that somebody may do one thing in one part of one organisation. Only `server/authz` mints it; every use-case and
 * query takes it first, so that none can be called without.
 */
export type Scope<P extends string = string> = {
  readonly permission: P;
  readonly organisation: ScopeOrganisation;
  readonly actor: Actor;
  /** The permission holds for these units and everything below them. Never empty. */
  readonly roots: readonly string[];
  /** True when one of the roots is the organisation itself. */
  readonly everywhere: boolean;
  readonly tx: Transaction;
  readonly clock: Clock;
};

/** Somebody signed in, outside any organisation: may touch the own account only. */
export type AccountScope = {
  readonly accountId: string;
  readonly sessionId: string;
  readonly email: string;
  readonly name: string;
  readonly isOperator: boolean;
  readonly tx: Transaction;
  readonly clock: Clock;
};
