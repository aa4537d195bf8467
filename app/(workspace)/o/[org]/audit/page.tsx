import type { Metadata } from "next";
import { readAddress } from "#components/audit/address.ts";
import { AuditScreen } from "#components/audit/audit-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Audit" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function AuditPage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const address = readAddress(query);
  return prefetched(
    org,
    (trpc) => [
      address.tab === "changes"
        ? trpc.audit.list.queryOptions(address.filter)
        : trpc.audit.security.queryOptions(address.filter),
    ],
    <AuditScreen org={org} address={address} />,
  );
}
