import { Agent, type IncomingHttpHeaders, request } from "node:http";

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer };
type Sent = { headers?: Record<string, string>; body?: string };

/** A keep-alive client of one server. Load is made by plain `node:http`: it costs the least of what is measured. */
export type Client = {
  send(method: "GET" | "POST", path: string, sent?: Sent): Promise<Reply>;
  close(): void;
};

/** What a proxy would say of whoever asks (documentation address, RFC 5737). */
const ONE_NETWORK = "192.0.2.1";

/** @param address host header and cookies belong to `localhost`; the connection goes to 127.0.0.1 */
export function createClient(port: number, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    send: (method, path, { headers = {}, body } = {}) =>
      new Promise((done, failed) => {
        const call = request(
          {
            agent,
            host: "127.0.0.1",
            port,
            method,
            path,
            headers: { host: `localhost:${port}`, "x-forwarded-for": ONE_NETWORK, ...headers },
          },
          (response) => {
            const chunks: Buffer[] = [];
            response.on("data", (chunk: Buffer) => chunks.push(chunk));
            response.once("error", failed);
            response.once("end", () =>
              done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
            );
          },
        );
        call.once("error", failed);
        call.end(body);
      }),
    close: () => agent.destroy(),
  };
}

/** Signs in as a browser does: the token against forged requests first, then address and password. Returns the cookie. */
export async function signIn(client: Client, email: string, password: string): Promise<string> {
  const csrf = await client.send("GET", "/api/auth/csrf");
  const { csrfToken } = JSON.parse(csrf.body.toString()) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, email, password, callbackUrl: "/organisations" }).toString();
  const reply = await client.send("POST", "/api/auth/callback/credentials", {
    headers: {
      cookie: cookiesOf(csrf).join("; "),
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(Buffer.byteLength(form)),
    },
    body: form,
  });
  const session = cookiesOf(reply).find((cookie) => cookie.startsWith("bearing.session="));
  if (!session) throw new Error(`${email} was not signed in: HTTP ${reply.status}`);
  return session;
}

function cookiesOf({ headers }: Reply): string[] {
  return (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0] ?? "");
}

/** One procedure over HTTP, as the browser's client calls it. @throws Error with the status when it is refused */
export async function callProcedure<T>(
  client: Client,
  who: { cookie: string; slug: string },
  call: { kind: "query" | "mutation"; path: string; input: unknown },
): Promise<T> {
  const input = JSON.stringify(call.input);
  const headers = { cookie: who.cookie, "x-bearing-organisation": who.slug, "content-type": "application/json" };
  const reply =
    call.kind === "query"
      ? await client.send("GET", `/api/trpc/${call.path}?input=${encodeURIComponent(input)}`, { headers })
      : await client.send("POST", `/api/trpc/${call.path}`, {
          headers: { ...headers, "content-length": String(Buffer.byteLength(input)) },
          body: input,
        });
  const text = reply.body.toString();
  if (reply.status !== 200) throw new Error(`${call.path}: HTTP ${reply.status} ${text.slice(0, 200)}`);
  return (JSON.parse(text) as { result: { data: T } }).result.data;
}
