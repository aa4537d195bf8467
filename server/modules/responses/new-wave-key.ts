import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "#server/kernel/env.ts";

const NONCE = 12;
const TAG = 16;

/**
 * The installation's key, of the secret that it is configured with. Whoever changes that secret while a wave is open makes
 * the links of this wave that are not sent yet impossible to make (docs/operations.md).
 */
function installationKey(): Buffer {
  return Buffer.from(hkdfSync("sha256", env().AUTH_SECRET, "", "bearing wave key", 32));
}

/** A new key for a wave, as it is kept: nonce, tag, cipher text (AES-256-GCM, bound to the wave). */
export function newWaveKey(waveId: string): { key: Buffer; sealed: Buffer } {
  const key = randomBytes(32);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", installationKey(), nonce).setAAD(Buffer.from(waveId));
  const text = Buffer.concat([cipher.update(key), cipher.final()]);
  return { key, sealed: Buffer.concat([nonce, cipher.getAuthTag(), text]) };
}

/** @throws Error when it was sealed for another wave or with another secret of the installation */
export function openWaveKey(waveId: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", installationKey(), sealed.subarray(0, NONCE))
    .setAAD(Buffer.from(waveId))
    .setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
}
