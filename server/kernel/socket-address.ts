import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

const holder = globalThis as { bearingAppendsAddress?: true };

/**
 * Appends the socket's address to X-Forwarded-For of every request, as a proxy would. Next only fills the header in when
 * it is empty (base-server.js: `req.headers['x-forwarded-for'] ??= ...`), so a client could choose its own address and
 * with it its own rate limit. The channel is Node's own and runs before any handler.
 */
export function appendSocketAddress(): void {
  if (holder.bearingAppendsAddress) return;
  holder.bearingAppendsAddress = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const before = request.headers["x-forwarded-for"];
    const address = request.socket.remoteAddress ?? "unknown";
    request.headers["x-forwarded-for"] = before ? `${before}, ${address}` : address;
  });
}
