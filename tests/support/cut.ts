import net from "node:net";

type Write = typeof net.Socket.prototype.write;
type Flush = (this: net.Socket, chunk: unknown, flushed: () => void) => boolean;

export type Cut = {
  /** Messages that got out. */
  sent(): number;
  /** Whether the line was cut, or the work ended before. */
  happened(): boolean;
  /** Lets messages through again. */
  restore(): void;
};

/**
 * Cuts this process off from Postgres as a kill -9 would: after so many messages to the server's port nothing gets out any
 * more, on no connection, old or new. What was sent may have been done or not: with `delivered` the last message reaches the
 * server whole, so that a commit happens whose answer nobody hears.
 */
export function cutAfter(messages: number, port: number, delivered: boolean): Cut {
  const original: Write = net.Socket.prototype.write;
  const lines = new Set<net.Socket>();
  let sent = 0;
  let cut = false;
  const drop = () => {
    for (const line of lines) line.destroy(new Error("cut"));
  };
  const write = function (this: net.Socket, ...given: Parameters<Write>): boolean {
    if (this.remotePort !== port) return original.apply(this, given);
    lines.add(this);
    if (cut) {
      this.destroy(new Error("cut"));
      return false;
    }
    sent += 1;
    if (sent < messages) return original.apply(this, given);
    cut = true;
    if (!delivered) {
      drop();
      return false;
    }
    return (original as Flush).call(this, given[0], () => drop());
  };
  net.Socket.prototype.write = write as Write;
  return {
    sent: () => sent,
    happened: () => cut,
    restore: () => {
      net.Socket.prototype.write = original;
    },
  };
}
