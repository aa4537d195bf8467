"use client";

import { Button } from "@mantine/core";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { MailKind, MailStatus, Outbox } from "#contracts/outbox.ts";
import classes from "./waves.module.css";

const KIND_WORDS: Record<MailKind, string> = {
  invitation: "Invitation",
  reminder: "Reminder to everybody",
  confirm_list: "Please confirm your list",
  confirm_reminder: "Your list is not confirmed yet",
  results_out: "The results are out",
  monthly: "Monthly summary",
};
const STATUS_WORDS: Record<MailStatus, string> = {
  waiting: "Waiting",
  sent: "Sent",
  cancelled: "Not sent: no longer needed",
  given_up: "Refused by the address",
};

/** Mails for HR: how many, never to whom in a real organisation, and nothing about who has answered. */
export function OutboxScreen() {
  const trpc = useTRPC();
  const { data: outbox } = useSuspenseQuery(trpc.outbox.read.queryOptions());
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const sum = (key: "waiting" | "sent") => outbox.counts.reduce((total, row) => total + row[key], 0);
  return (
    <>
      <PageHeader
        title={outbox.counts.length === 0 ? "No mail yet" : mailTitle(sum("sent"), sum("waiting"))}
        meta={
          outbox.sends
            ? "Mails are sent by the configured provider."
            : "No mail provider is configured: mails wait here."
        }
      />
      {outbox.counts.length === 0 ? (
        <EmptyState
          title="Mails are written when a wave is launched"
          action={<LinkButton href={`/o/${home.slug}/waves`}>See the waves</LinkButton>}
        >
          First to supervisors about their lists, then to everybody who is invited.
        </EmptyState>
      ) : (
        <DataTable
          caption="By wave and kind"
          rows={outbox.counts}
          rowKey={(row) => `${row.waveLabel}-${row.kind}`}
          columns={[
            { key: "kind", header: "Mail", cell: (row) => KIND_WORDS[row.kind] },
            { key: "wave", header: "Wave", cell: (row) => row.waveLabel ?? "–" },
            { key: "sent", header: "Sent", align: "end", cell: (row) => row.sent },
            { key: "waiting", header: "Waiting", align: "end", cell: (row) => row.waiting },
            {
              key: "cancelled",
              header: "Not needed",
              align: "end",
              cell: (row) => row.cancelled,
              wideOnly: true,
              notOnPhone: true,
            },
            { key: "refused", header: "Refused", align: "end", cell: (row) => row.givenUp },
            {
              key: "twice",
              header: "Maybe twice",
              align: "end",
              cell: (row) => row.maybeTwice,
              wideOnly: true,
              notOnPhone: true,
            },
          ]}
        />
      )}
      {outbox.refused.length > 0 && (
        <section className={classes.section}>
          <h2>Addresses that refused</h2>
          <DataTable
            caption="Correct them on the list before the next wave"
            rows={outbox.refused}
            rowKey={(row) => row.mailId}
            columns={[
              { key: "name", header: "Name", cell: (row) => row.name },
              { key: "email", header: "E-mail", cell: (row) => row.email },
            ]}
          />
        </section>
      )}
      {outbox.readable && outbox.mails.length > 0 && <DemoMails outbox={outbox} />}
    </>
  );
}

function mailTitle(sent: number, waiting: number): string {
  const mails = (n: number) => (n === 1 ? "1 mail" : `${n.toLocaleString("en-GB")} mails`);
  if (sent === 0 && waiting > 0) return `${mails(waiting)} waiting`;
  return waiting === 0 ? `${mails(sent)} sent` : `${mails(sent)} sent, ${waiting.toLocaleString("en-GB")} waiting`;
}

const FIRST_MAILS = 12;

/** Only where nobody is real and nothing is sent. */
function DemoMails({ outbox }: { outbox: Outbox }) {
  const trpc = useTRPC();
  const [mailId, setMailId] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const shown = all ? outbox.mails : outbox.mails.slice(0, FIRST_MAILS);
  const more = outbox.more + outbox.mails.length - shown.length;
  const mail = useQuery({
    ...trpc.outbox.mail.queryOptions({ mailId: mailId ?? "" }),
    enabled: mailId !== null,
    retry: false,
  });
  return (
    <section className={classes.section}>
      <h2>Read a mail</h2>
      <div className={classes.block}>
        <Banner tone="quiet">
          This organisation is made up and nothing is sent, so that you may read mails here and try their links. In a
          real organisation nobody can.
        </Banner>
      </div>
      {mail.error && <p role="alert">{readError(mail.error).message}</p>}
      {mail.data && (
        <div className={classes.mail} role="status">
          <MailText to={mail.data.to} subject={mail.data.subject} text={mail.data.text} />
        </div>
      )}
      <DataTable
        caption={more > 0 ? `The latest ${shown.length}, and ${more.toLocaleString("en-GB")} more` : "The latest"}
        rows={shown}
        rowKey={(row) => row.mailId}
        columns={[
          { key: "to", header: "To", cell: (row) => row.to },
          { key: "kind", header: "Mail", cell: (row) => KIND_WORDS[row.kind] },
          { key: "status", header: "State", cell: (row) => STATUS_WORDS[row.status], wideOnly: true, notOnPhone: true },
          {
            key: "read",
            header: <span className="visually-hidden">Read</span>,
            align: "end",
            cell: (row) =>
              row.status === "cancelled" ? null : (
                <Button
                  variant="default"
                  size="compact-md"
                  aria-label={`Read the mail to ${row.to}`}
                  onClick={() => setMailId(row.mailId)}
                >
                  Read
                </Button>
              ),
          },
        ]}
      />
      {shown.length < outbox.mails.length && (
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setAll(true)}>
            Show {outbox.mails.length - shown.length} more
          </Button>
        </div>
      )}
    </section>
  );
}

function MailText({ to, subject, text }: { to: string; subject: string; text: string }) {
  // Only our own links stand in a mail, each on a line of its own.
  const lines = text.split("\n").map((line, at) => ({ line, key: `${at}-${line}` }));
  return (
    <>
      To: {to}
      {"\n"}
      <strong>{subject}</strong>
      {"\n\n"}
      {lines.map(({ line, key }) => (
        <span key={key}>
          {/^https?:\/\/\S+$/.test(line) ? <a href={line}>{line}</a> : line}
          {"\n"}
        </span>
      ))}
    </>
  );
}
