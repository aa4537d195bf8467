export type DomainErrorKind =
  | "not_found"
  | "forbidden"
  | "conflict"
  | "invalid"
  | "refused"
  | "signed_out"
  | "too_many";

/**
 * An error that the user can do something about. The message is written for the screen; `detail` is data for the form
 * (fields, both texts of a conflict) and never carries an answer of somebody else.
 */
export class DomainError extends Error {
  readonly kind: DomainErrorKind;
  readonly detail: Record<string, unknown>;

  constructor(kind: DomainErrorKind, message: string, detail: Record<string, unknown> = {}) {
    super(message);
    this.name = "DomainError";
    this.kind = kind;
    this.detail = detail;
  }
}

/** Another organisation's row, another branch's row and a random id are the same miss. */
export const notFound = (what: string) => new DomainError("not_found", `We could not find this ${what}.`);

export const forbidden = () => new DomainError("forbidden", "This is not in your part of the organisation.");

/** The input is well-formed but wrong; `fields` maps a field name to its message. */
export const invalid = (message: string, fields: Record<string, string> = {}) =>
  new DomainError("invalid", message, { fields });

/** The state does not allow it (any more): closed, already done, not yet open. */
export const refused = (message: string, detail: Record<string, unknown> = {}) =>
  new DomainError("refused", message, detail);

export const conflict = (message: string, detail: Record<string, unknown> = {}) =>
  new DomainError("conflict", message, detail);
