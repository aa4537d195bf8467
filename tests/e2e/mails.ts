import { mkdirSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { MailServer, type Taken } from "../integration/outbox/mail-server.ts";

/**
 * Playwright runs this once for all files: a real SMTP server where the server under test sends its mails. Each mail becomes
 * a file, because the tests run in other processes.
 */
export default async function startMailServer(): Promise<(() => Promise<void>) | undefined> {
  const port = Number(process.env.BEARING_E2E_SMTP_PORT);
  if (!port) return undefined;
  const folder = mailFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const server = new MailServer();
  server.port = port;
  let written = 0;
  server.beforeYes = () => {
    for (; written < server.taken.length; written++) {
      writeFileSync(join(folder, `${written}.json`), JSON.stringify(server.taken[written]));
    }
  };
  await server.start();
  return () => server.stop();
}

/** Every mail that has arrived for an address so far, in order. */
export async function mailsTo(address: string): Promise<Taken[]> {
  const names = (await readdir(mailFolder())).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const mails = await Promise.all(
    names.map(async (name): Promise<Taken> => JSON.parse(await readFile(join(mailFolder(), name), "utf8"))),
  );
  return mails.filter((mail) => mail.to === address);
}

/** The one link of ours in a mail. */
export function linkIn(mail: Taken): string {
  const links = mail.text.match(/https?:\/\/\S+/g) ?? [];
  if (links.length !== 1 || !links[0]) throw new Error(`a mail "${mail.subject}" with ${links.length} links`);
  return links[0];
}

function mailFolder(): string {
  const folder = process.env.BEARING_E2E_MAILS;
  if (!folder) throw new Error("start the browser tests with npm run test:e2e");
  return folder;
}
