"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { CertificateFacts, certificateTitle } from "./certificate-facts.tsx";
import classes from "./certificate.module.css";

/** The certificate for whoever holds a link to it. */
export function SharedScreen({ slug, secret }: { slug: string; secret: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.certificates.shared.queryOptions({ slug, secret }));
  return (
    <main className={classes.public}>
      <p className={classes.brand}>Bearing</p>
      <article className={classes.root}>
        <PageHeader
          title={certificateTitle(data)}
          meta={`${data.organisationName}. Disclosure certificate for ${data.linkLabel}; this link works until ${longDate(data.expiresOn)}.`}
        />
        <p>
          This page says how the answers of staff are protected. It shows nobody’s results. You may print it and pass it
          on.
        </p>
        <CertificateFacts facts={data} />
      </article>
    </main>
  );
}
