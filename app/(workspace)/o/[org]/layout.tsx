import type { ReactNode } from "react";
import { ApiProvider } from "#components/api/trpc.tsx";
import { WorkspaceShell } from "#components/shell/workspace-shell.tsx";
import { prefetched } from "#server/api/rsc.ts";

export default async function OrganisationLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: Promise<{ org: string }>;
}) {
  const { org } = await params;
  const shell = await prefetched(
    org,
    (trpc) => [trpc.organisations.home.queryOptions(), trpc.help.count.queryOptions()],
    <WorkspaceShell org={org}>{children}</WorkspaceShell>,
  );
  return (
    <ApiProvider key={org} org={org}>
      {shell}
    </ApiProvider>
  );
}
