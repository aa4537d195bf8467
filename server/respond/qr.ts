import { encode } from "uqr";
import { constant, type Html } from "./html.ts";

/** The quiet zone that the standard asks for, in modules. */
const QUIET = 4;

/** A code as one path, black on white on every ground, so that every camera reads it. Its address stands beside it as text. */
export function qrCode(address: string): Html {
  const { size, data } = encode(address, { ecc: "M", border: QUIET });
  const path = data.flatMap((row, y) => runs(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`)).join("");
  return constant(
    `<svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true" focusable="false"><path fill="#fff" d="M0 0h${size}v${size}h-${size}z"/><path d="${path}"/></svg>`,
  );
}

/** Runs of dark modules in a row: start and length. */
function runs(row: readonly boolean[]): [start: number, length: number][] {
  const found: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = found.at(-1);
    if (!dark) return;
    if (last && last[0] + last[1] === x) last[1] += 1;
    else found.push([x, 1]);
  });
  return found;
}
