import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callerAddress } from "#server/kernel/caller-address.ts";
import { appendSocketAddress } from "#server/kernel/socket-address.ts";

describe("the address in front of the rate limit", () => {
  const seen: (string | null)[] = [];
  const server = createServer((request, response) => {
    seen.push(String(request.headers["x-forwarded-for"] ?? ""));
    response.end();
  });
  let url = "";

  beforeAll(async () => {
    process.env.DATABASE_URL ??= "postgres://localhost/none";
    process.env.DATABASE_RELEASER_URL ??= "postgres://localhost/none";
    process.env.DATABASE_RESPONDENT_URL ??= "postgres://localhost/none";
    process.env.AUTH_SECRET ??= "a secret of the tests, long enough to sign cookies";
    appendSocketAddress();
    appendSocketAddress();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterAll(() => new Promise((done) => server.close(done)));

  test("a client that names an address of its own is still counted under its socket's", async () => {
    await fetch(url, { headers: { "x-forwarded-for": "203.0.113.7" } });
    await fetch(url);
    expect(seen).toEqual(["203.0.113.7, 127.0.0.1", "127.0.0.1"]);
    expect(seen.map(callerAddress)).toEqual(["127.0.0.1", "127.0.0.1"]);
  });

  test("a header that is shorter than it can be gives no address of its own", () => {
    expect(callerAddress(null)).toBe("unknown");
    expect(callerAddress(" , ")).toBe("unknown");
  });
});
