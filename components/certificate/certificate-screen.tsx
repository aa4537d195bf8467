"use client";

import { NativeSelect } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { useId } from "react";
import type { CertificatePage } from "#contracts/certificate.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { CertificateFacts, certificateTitle } from "./certificate-facts.tsx";
import { CertificateLinks } from "./certificate-links.tsx";
import classes from "./certificate.module.css";
import { HeldBack } from "./held-back.tsx";

/** The certificate of one wave in plain words, how to check it again, and links for those without an account. */
export function CertificateScreen({ org, waveId }: { org: string; waveId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.certificates.read.queryOptions(waveId ? { waveId } : {}));
  const { facts, teams, mayRun } = data;
  if (!facts) {
    return (
      <>
        <PageHeader title="No wave has been launched yet" />
        <EmptyState
          title="Each wave gets a certificate"
          action={mayRun && <LinkButton href={`/o/${org}/waves`}>See the waves</LinkButton>}
        >
          <p>It says what staff were promised, and proves that nobody can be singled out from what is published.</p>
        </EmptyState>
      </>
    );
  }
  const { wave } = facts;
  return (
    <article className={classes.root}>
      <PageHeader
        title={certificateTitle(facts)}
        meta={`Disclosure certificate${wave.closedOn ? `, closed on ${longDate(wave.closedOn)}` : ", under way"}${facts.rehearsal ? ". A rehearsal: the answers are made up." : ""}`}
      />
      <WaveChoice data={data} value={wave.waveId} />
      {wave.state === "failed" && <HeldBack waveId={wave.waveId} k={facts.k} mayRun={mayRun} />}
      <CertificateFacts facts={facts} />
      {teams && wave.state === "passed" && (
        <section>
          <h2>How much is shown in this wave</h2>
          <p>
            {teams.onScreen} of {teams.all} teams see a result of their own on screen, {teams.inFiles} of them in
            statements and files too. The others are counted within a larger group.
          </p>
        </section>
      )}
      {wave.state === "passed" && <CheckIt org={org} slug={data.organisationSlug} wave={wave} />}
      {mayRun && <CertificateLinks waveId={wave.waveId} links={data.links} />}
    </article>
  );
}

function WaveChoice({ data, value }: { data: CertificatePage; value: string }) {
  const id = useId();
  const path = usePathname();
  const router = useRouter();
  if (data.waves.length < 2) return null;
  return (
    <div className={`${classes.chooser} no-print`}>
      <label htmlFor={id}>Wave</label>
      <NativeSelect
        id={id}
        size="sm"
        value={value}
        onChange={(event) => router.push(`${path}?wave=${event.currentTarget.value}`, { scroll: false })}
        data={data.waves.map((wave) => ({ value: wave.waveId, label: wave.label }))}
      />
    </div>
  );
}

function CheckIt({ org, slug, wave }: { org: string; slug: string; wave: { waveId: string; label: string } }) {
  return (
    <section>
      <h2>Check it yourself</h2>
      <p>
        Whoever runs this installation makes the certificate again with one command, without changing anything. It reads
        what is stored, does every check anew and says which one holds. Ask them to do it in front of you.
      </p>
      <code className={classes.command}>
        npm run certify -- --org {slug} --wave "{wave.label}"
      </code>
      <p>
        <a href={`/o/${org}/certificate/totals?wave=${wave.waveId}`} download>
          Download the totals as a CSV file
        </a>{" "}
        and try to subtract. It holds sums of groups of ten or more, of your part of the organisation.{" "}
        <span className={classes.soft}>Taking a copy is booked.</span>
      </p>
    </section>
  );
}
