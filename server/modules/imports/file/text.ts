import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { FileProblem, LIMITS, NotUtf8 } from "./problem.ts";

/** Gives the bytes of the file from the start; may be called again. */
export type Source = () => AsyncIterable<Uint8Array>;
export type Encoding = "utf-8" | "windows-1252";

const DAMAGED = "The compressed file is damaged or incomplete. Compress it again, or upload the CSV itself.";

/**
 * The text of a file: unpacked when it is gzip, decoded, byte order mark gone. Piece by piece, so that memory does not
 * grow with the file; stops at the first byte that no text file holds, and at the cap on unpacked bytes.
 *
 * @throws FileProblem in words; NotUtf8 when that was asked for and is wrong
 */
export async function* readText(source: Source, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    } catch {
      throw new NotUtf8();
    }
  };
  let total = 0;
  for await (const bytes of unpacked(source())) {
    total += bytes.length;
    if (total > LIMITS.unpacked) throw new FileProblem("Unpacked, the file is larger than 600 MB. Split it by wave.");
    refuseBinary(bytes);
    const text = decode(bytes);
    if (text !== "") yield text;
  }
  const rest = decode();
  if (rest !== "") yield rest;
}

/** True when the file is compressed with gzip. */
export async function isCompressed(source: Source): Promise<boolean> {
  for await (const bytes of source()) return isGzip(bytes);
  return false;
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

async function* unpacked(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = input[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done) throw new FileProblem("The file is empty.");
  refuseOtherFormats(first.value);
  const all = again(first.value, pieces);
  if (!isGzip(first.value)) {
    yield* all;
    return;
  }
  const gunzip = createGunzip();
  // A source that fails destroys the unpacker with its error, which the loop below then throws.
  const feeding = pipeline(Readable.from(all), gunzip).catch(() => {});
  try {
    for await (const bytes of gunzip as AsyncIterable<Buffer>) yield bytes;
  } catch (error) {
    throw /^Z_/.test((error as { code?: string }).code ?? "") ? new FileProblem(DAMAGED) : error;
  } finally {
    gunzip.destroy();
    await feeding;
  }
}

async function* again(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

function refuseOtherFormats(bytes: Uint8Array): void {
  const [a, b] = bytes;
  if (a === 0x50 && b === 0x4b) {
    throw new FileProblem("This is a zip or Excel file. Save the sheet as CSV and upload that.");
  }
  if (a === 0xd0 && b === 0xcf)
    throw new FileProblem("This is an old Excel file. Save the sheet as CSV and upload that.");
  if (a === 0x25 && b === 0x50) throw new FileProblem("This is a PDF. Upload the answers as CSV.");
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    throw new FileProblem("The file is in UTF-16. Save it as CSV in UTF-8 and upload that.");
  }
}

/** Tab, line feed and carriage return are the only control bytes of a text file. */
function refuseBinary(bytes: Uint8Array): void {
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte > 31 || byte === 10 || byte === 13 || byte === 9) continue;
    throw new FileProblem(
      byte === 0
        ? "The file holds NUL bytes, so it is not a text file. Save the sheet as CSV and upload that."
        : "The file holds control characters, so it is not a plain text file. Save the sheet as CSV and upload that.",
    );
  }
}
