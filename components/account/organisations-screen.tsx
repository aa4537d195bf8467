"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { SignOutForm } from "#components/api/sign-out-form.tsx";
import { useTRPC } from "#components/api/trpc.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./account.module.css";

function titleOf(count: number, isOperator: boolean): string {
  if (count > 0) return "Choose an organisation";
  return isOperator ? "You run this installation" : "You do not belong to an organisation yet";
}

/** The choice of organisation is the person's: never "the first one". */
export function OrganisationsScreen() {
  const trpc = useTRPC();
  const { data: me } = useSuspenseQuery(trpc.account.me.queryOptions());
  const count = me.organisations.length;
  return (
    <main className={classes.narrow}>
      <p className={classes.brand}>Bearing</p>
      <PageHeader title={titleOf(count, me.isOperator)} meta={`Signed in as ${me.email}.`} />
      {count === 0 && !me.isOperator && <p>Ask your HR team to add you, with this e-mail address.</p>}
      <ul className={classes.list}>
        {me.organisations.map((o) => (
          <li key={o.slug}>
            <Link href={`/o/${o.slug}`}>{o.name}</Link>
          </li>
        ))}
        {me.isOperator && (
          <li>
            <Link href="/installation">{count === 0 ? "Organisations of this installation" : "This installation"}</Link>
          </li>
        )}
      </ul>
      <div className={classes.section}>
        <Link href="/account">Your account</Link>
        <SignOutForm />
      </div>
    </main>
  );
}
