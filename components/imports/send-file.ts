import { TRPCClientError } from "@trpc/client";
import { CHUNK_BYTES } from "#contracts/imports.ts";

type Piece = { importId: string; position: number; base64: string };

/**
 * Sends a file in pieces, one after the other. A piece that did not get through is sent again: the server knows it by its
 * position.
 *
 * @returns how many pieces were sent
 */
export async function sendFile(
  file: File,
  importId: string,
  send: (piece: Piece) => Promise<unknown>,
  sent: (bytes: number) => void,
): Promise<number> {
  let position = 0;
  for (let at = 0; at < file.size; at += CHUNK_BYTES) {
    const part = file.slice(at, at + CHUNK_BYTES);
    await persistently(async () => send({ importId, position, base64: await toBase64(part) }));
    position += 1;
    sent(Math.min(file.size, at + CHUNK_BYTES));
  }
  return position;
}

const TRIES = 4;

async function persistently(work: () => Promise<unknown>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      await work();
      return;
    } catch (error) {
      if (tried === TRIES || isRefusal(error)) throw error;
      await new Promise((done) => setTimeout(done, 500 * 2 ** tried));
    }
  }
}

/** The server has answered, and it would answer the same again. */
function isRefusal(error: unknown): boolean {
  const status = error instanceof TRPCClientError ? (error.data?.httpStatus as number | undefined) : undefined;
  return status !== undefined && status < 500;
}

function toBase64(part: Blob): Promise<string> {
  return new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result).split(",", 2)[1] ?? "");
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(part);
  });
}
