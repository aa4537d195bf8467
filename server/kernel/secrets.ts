import { createHash, randomBytes } from "node:crypto";

/** 256 random bits for a link or a session; the caller stores only the hash. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
