"use client";

import Link from "next/link";
import { PageHeader } from "#components/ui/page-header.tsx";
import { type AuditAddress, toQuery } from "./address.ts";
import classes from "./audit.module.css";
import { ChangesTab } from "./changes-tab.tsx";
import { SecurityTab } from "./security-tab.tsx";

const TABS = [
  { tab: "changes", label: "Changes" },
  { tab: "security", label: "Refusals and sign-ins" },
] as const;

/** Who did what, and who was kept out. Nobody can change or delete a line of it. */
export function AuditScreen({ org, address }: { org: string; address: AuditAddress }) {
  const key = toQuery(address);
  return (
    <>
      <PageHeader
        title={address.tab === "changes" ? "Who changed what, and when" : "Who was refused, and who signed in"}
        meta="Newest first. Nobody can change or delete an entry, and none holds an answer."
      />
      <nav aria-label="Parts of the audit" className={classes.tabs}>
        {TABS.map(({ tab, label }) => (
          <Link
            key={tab}
            href={tab === "changes" ? `/o/${org}/audit` : `/o/${org}/audit?tab=security`}
            {...(address.tab === tab ? { "aria-current": "page" as const } : {})}
          >
            {label}
          </Link>
        ))}
      </nav>
      {address.tab === "changes" ? (
        <ChangesTab key={key} org={org} filter={address.filter} />
      ) : (
        <SecurityTab key={key} org={org} filter={address.filter} />
      )}
    </>
  );
}
