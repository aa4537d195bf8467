"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { SignOutForm } from "#components/api/sign-out-form.tsx";
import { useTRPC } from "#components/api/trpc.tsx";
import { AppShell } from "#components/ui/app-shell.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { navigationFor } from "./navigation.tsx";

/** The frame of every page inside an organisation. */
export function WorkspaceShell({ org, children }: { org: string; children: ReactNode }) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const { data: count } = useSuspenseQuery(trpc.help.count.queryOptions());
  return (
    <AppShell
      organisation={{ name: home.name, href: `/o/${org}` }}
      otherOrganisations={home.others.map((o) => ({ name: o.name, href: `/o/${o.slug}` }))}
      groups={navigationFor(org, home, count.waiting)}
      help={{ href: `/o/${org}/method`, label: "How this works" }}
      account={{
        name: home.personName,
        detail: home.name,
        links: [
          { href: "/account", label: "Your account" },
          // With one organisation there is nothing to choose.
          ...(home.others.length > 0 ? [{ href: "/organisations", label: "Your organisations" }] : []),
          ...(home.permissions.includes("organisation:create")
            ? [{ href: `/o/${org}/organisations/new`, label: "Create another organisation" }]
            : []),
        ],
        signOut: <SignOutForm />,
      }}
      {...(home.demo
        ? { banner: <Banner tone="quiet">{home.name} is made up. Its people, teams and answers are fictional.</Banner> }
        : {})}
    >
      {children}
    </AppShell>
  );
}
