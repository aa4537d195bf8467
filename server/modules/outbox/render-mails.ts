import { and, eq, inArray } from "drizzle-orm";
import type { MailKind } from "#contracts/outbox.ts";
import { mailWords } from "#content/mail-words.ts";
import { person } from "#db/schema/people.ts";
import { teamMember } from "#db/schema/register.ts";
import { wave } from "#db/schema/waves.ts";
import { env } from "#server/kernel/env.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { linksOf } from "#server/modules/responses/index.ts";
import type { OutgoingMail } from "./open-transport.ts";

type Row = { id: string; kind: string; waveId: string | null; memberId: string | null; personId: string | null };

/** Writes a kind of mail whose words another module knows. Null when nothing can be said any more. */
export type Writer = (
  scope: Scope,
  to: { personId: string; name: string },
) => Promise<{ subject: string; text: string } | null>;
export type Writers = Partial<Record<MailKind, Writer>>;

/** Kinds that carry somebody's own link: only while the wave is open. */
const WITH_LINK: readonly string[] = ["invitation", "reminder"];
/** Where a mail to somebody with a place in the organisation leads. */
const PATHS: Partial<Record<MailKind, string>> = { confirm_list: "members", confirm_reminder: "members" };

/**
 * Makes mails out of outbox rows, now: names, addresses and links are looked up and kept nowhere. A row that nothing can be
 * made of any more (its wave has closed, its person is gone) is not in the answer.
 */
export async function renderMails(
  scope: Scope,
  rows: readonly Row[],
  writers: Writers = {},
): Promise<Map<string, OutgoingMail>> {
  const [members, people, waves] = await Promise.all([
    lookUp(
      rows.map((r) => r.memberId),
      (ids) =>
        scope.tx
          .select({ id: teamMember.id, name: teamMember.name, email: teamMember.email })
          .from(teamMember)
          .where(and(eq(teamMember.orgId, scope.organisation.id), inArray(teamMember.id, ids))),
    ),
    lookUp(
      rows.map((r) => r.personId),
      (ids) =>
        scope.tx
          .select({ id: person.id, name: person.name, email: person.email })
          .from(person)
          .where(and(eq(person.orgId, scope.organisation.id), inArray(person.id, ids), eq(person.status, "active"))),
    ),
    lookUp(
      rows.map((r) => r.waveId),
      (ids) =>
        scope.tx
          .select()
          .from(wave)
          .where(and(eq(wave.orgId, scope.organisation.id), inArray(wave.id, ids))),
    ),
  ]);
  const links = await linksFor(scope, rows, waves);
  const rendered = new Map<string, OutgoingMail>();
  for (const row of rows) {
    const to = members.get(row.memberId ?? "") ?? people.get(row.personId ?? "");
    const write = writers[row.kind as MailKind];
    if (write && row.personId && to?.email) {
      const words = await write(scope, { personId: row.personId, name: to.name });
      if (words) rendered.set(row.id, { id: row.id, to: to.email, ...words });
      continue;
    }
    const about = row.waveId ? waves.get(row.waveId) : undefined;
    const path = row.memberId
      ? links.get(row.id)
      : `/o/${scope.organisation.slug}/${PATHS[row.kind as MailKind] ?? ""}`;
    if (!to?.email || !about || !path) continue;
    const words = mailWords(row.kind as MailKind, {
      organisation: scope.organisation.name,
      wave: about.label,
      name: to.name,
      link: `${env().BEARING_URL}${path}`,
      opens: about.opensAt && inWords(about.opensAt, scope.organisation.zone),
      closes: about.closesAt && inWords(about.closesAt, scope.organisation.zone),
      k: about.k,
    });
    if (words) rendered.set(row.id, { id: row.id, to: to.email, ...words });
  }
  return rendered;
}

async function lookUp<T extends { id: string }>(
  ids: readonly (string | null)[],
  find: (ids: string[]) => Promise<T[]>,
): Promise<Map<string, T>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  return new Map(known.length === 0 ? [] : (await find(known)).map((row) => [row.id, row]));
}

/** The links of mails that carry one, by row, while their wave is open. */
async function linksFor(
  scope: Scope,
  rows: readonly Row[],
  waves: ReadonlyMap<string, typeof wave.$inferSelect>,
): Promise<Map<string, string>> {
  const links = new Map<string, string>();
  const now = scope.clock.now();
  for (const [waveId, mails] of Map.groupBy(rows, (row) => row.waveId)) {
    const open = waveId === null ? undefined : waves.get(waveId);
    const stillOpen = open?.status === "open" && (open.closesAt === null || open.closesAt > now);
    const carrying = mails.filter((row) => row.memberId !== null && WITH_LINK.includes(row.kind));
    if (!open || !stillOpen || carrying.length === 0) continue;
    const made = await linksOf(
      scope,
      open.id,
      carrying.flatMap((row) => row.memberId ?? []),
    );
    for (const row of carrying) {
      const link = made.get(row.memberId ?? "");
      if (link) links.set(row.id, link);
    }
  }
  return links;
}

function inWords(at: Date, zone: string): string {
  const day = at.toLocaleDateString("en-GB", { timeZone: zone, weekday: "long", day: "numeric", month: "long" });
  return `${day}, ${at.toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" })}`;
}
