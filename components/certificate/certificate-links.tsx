"use client";

import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState, useSyncExternalStore } from "react";
import { type CertificateLink, LINK_DAYS, type SharedLink } from "#contracts/certificate.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import { Field } from "#components/ui/field.tsx";
import classes from "./certificate.module.css";

const STATE_WORDS = { open: "Open", expired: "Expired", ended: "Ended" } as const;

/** Links to this page for people without an account, made and ended by HR. */
export function CertificateLinks({ waveId, links }: { waveId: string; links: readonly CertificateLink[] }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [label, setLabel] = useState("");
  const [error, setError] = useState<string | null>(null);
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.certificates.read.queryKey() });
  const share = useMutation(
    trpc.certificates.share.mutationOptions({
      onSuccess: () => {
        setLabel("");
        return refresh();
      },
      onError: (failure) => {
        const { fields, message } = readError(failure);
        setError(fields.label ?? message);
      },
    }),
  );
  const end = useMutation(trpc.certificates.endLink.mutationOptions({ onSettled: refresh }));
  function submit(event: FormEvent) {
    event.preventDefault();
    setError(null);
    if (label.trim() === "") return setError("Say whom the link is for.");
    share.mutate({ waveId, label });
  }
  return (
    <section className="no-print">
      <h2>For staff side and data protection officers</h2>
      <p>
        A link shows this certificate to somebody without an account: how the wave is protected, and no result. It lasts{" "}
        {LINK_DAYS.usual} days, and you can end it at any time.
      </p>
      <form onSubmit={submit} noValidate className={classes.form}>
        <Field id="link-label" label="Who is it for?" error={error}>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              maxLength={80}
              value={label}
              onChange={(event) => setLabel(event.currentTarget.value)}
            />
          )}
        </Field>
        <div>
          <Button type="submit" variant="default" loading={share.isPending}>
            Make a link
          </Button>
        </div>
      </form>
      <div role="status">{share.data && <Made link={share.data} />}</div>
      {links.length > 0 && (
        <div className={classes.link}>
          <DataTable
            caption="Links to this certificate"
            columns={[
              { key: "label", header: "For", cell: (link) => link.label },
              { key: "made", header: "Made", cell: (link) => longDate(link.madeOn) },
              { key: "until", header: "Until", cell: (link) => longDate(link.expiresOn) },
              { key: "state", header: "State", cell: (link) => STATE_WORDS[link.state] },
              {
                key: "end",
                header: <span className="visually-hidden">End it</span>,
                cell: (link) =>
                  link.state === "open" && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      disabled={end.isPending}
                      aria-label={`End the link for ${link.label}`}
                      onClick={() => end.mutate({ linkId: link.linkId })}
                    >
                      End
                    </Button>
                  ),
              },
            ]}
            rows={[...links]}
            rowKey={(link) => link.linkId}
          />
        </div>
      )}
    </section>
  );
}

const noChange = () => () => {};

function Made({ link }: { link: SharedLink }) {
  const origin = useSyncExternalStore(
    noChange,
    () => window.location.origin,
    () => "",
  );
  return (
    <div className={classes.link}>
      <p>
        <strong>Give this link to {link.label} yourself.</strong> It is shown only now, and works until{" "}
        {longDate(link.expiresOn)}.
      </p>
      <code className={classes.print}>{`${origin}${link.path}`}</code>
    </div>
  );
}
