import { hash, verify } from "@node-rs/argon2";
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";

/** OWASP's second argon2id profile: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const MINIMUM_LENGTH = 12;
const MAXIMUM_LENGTH = 200;

let estimator: ZxcvbnFactory | undefined;

/** Null when acceptable, else the sentence for the form. Length first, then the lists of common and guessable ones. */
export function passwordProblem(password: string, ownWords: string[]): string | null {
  if (password.length < MINIMUM_LENGTH) return `Use at least ${MINIMUM_LENGTH} characters.`;
  if (password.length > MAXIMUM_LENGTH) return `Use at most ${MAXIMUM_LENGTH} characters.`;
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  // Score 3 of 4: "safely unguessable: moderate protection from an offline slow-hash scenario".
  const { score } = estimator.check(password, ownWords);
  return score < 3 ? "This password is too easy to guess. Three or four unrelated words work well." : null;
}

/** One spelling of the same characters: keyboards and systems compose accents differently (NIST 800-63B, 5.1.1.2). */
const normal = (password: string): string => password.normalize("NFKC");

export const hashPassword = (password: string): Promise<string> => hash(normal(password), PARAMETERS);

let decoy: Promise<string> | undefined;

/** Does the same work whether or not the account exists or has a password: exactly one argon2 verification. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const standIn = await decoy;
  const right = await verify(passwordHash ?? standIn, normal(password.slice(0, MAXIMUM_LENGTH)));
  return right && passwordHash !== null;
}
