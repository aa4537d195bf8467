import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";

export type Taken = { to: string; messageId: string; subject: string; text: string; headers: string };

/** A real SMTP server on this machine. `refuse` says no to a recipient for good; `stop` and `start` keep its port. */
export class MailServer {
  readonly taken: Taken[] = [];
  refuse: (to: string) => boolean = () => false;
  /** Runs after the mail was taken and before the client hears so. */
  beforeYes: () => void | Promise<void> = () => {};
  port = 0;
  private server: SMTPServer | null = null;

  async start(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      logger: false,
      onRcptTo: ({ address }, _session, done) => {
        if (!this.refuse(address)) return done();
        done(Object.assign(new Error("no such mailbox"), { responseCode: 550 }));
      },
      onData: (stream, session, done) => {
        const chunks: Buffer[] = [];
        stream.on("data", (chunk: Buffer) => chunks.push(chunk));
        stream.on("end", () => {
          this.taken.push(read(Buffer.concat(chunks).toString("utf8"), session.envelope.rcptTo[0]?.address ?? ""));
          void Promise.resolve(this.beforeYes()).then(() => done());
        });
      },
    });
    // A client that is cut off is part of the tests.
    server.on("error", () => {});
    await new Promise<void>((ready) => server.listen(this.port, "127.0.0.1", ready));
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (server) await new Promise<void>((closed) => server.close(closed));
  }
}

function read(raw: string, to: string): Taken {
  const [headers = "", ...body] = raw.split("\r\n\r\n");
  const header = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, "im").exec(headers)?.[1]?.replace(/\r\n[ \t]/g, " ") ?? "";
  const text = body
    .join("\r\n\r\n")
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return { to, headers, messageId: header("Message-ID"), subject: header("Subject"), text };
}
