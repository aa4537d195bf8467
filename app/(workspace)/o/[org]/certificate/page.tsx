import type { Metadata } from "next";
import { CertificateScreen } from "#components/certificate/certificate-screen.tsx";
import { waveIn } from "#components/results/address.ts";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Certificate" };

type Props = {
  params: Promise<{ org: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CertificatePage({ params, searchParams }: Props) {
  const [{ org }, query] = await Promise.all([params, searchParams]);
  const waveId = waveIn(query);
  return prefetched(
    org,
    (trpc) => [trpc.certificates.read.queryOptions(waveId ? { waveId } : {})],
    <CertificateScreen org={org} waveId={waveId} />,
  );
}
