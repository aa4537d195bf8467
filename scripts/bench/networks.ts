/** An address of its own for each of many (RFC 2544 keeps 198.18.0.0/15 for benchmarks): one network has a limit. */
export const networkFor = (number: number): string =>
  `198.${18 + ((number >> 16) & 1)}.${(number >> 8) & 255}.${number & 255}`;
