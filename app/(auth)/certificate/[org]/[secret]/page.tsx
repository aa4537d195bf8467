import type { Metadata } from "next";
import { ApiProvider } from "#components/api/trpc.tsx";
import { SharedScreen } from "#components/certificate/shared-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Certificate", robots: { index: false } };

export default async function SharedCertificatePage({ params }: { params: Promise<{ org: string; secret: string }> }) {
  const { org: slug, secret } = await params;
  const page = await prefetched(
    null,
    (trpc) => [trpc.certificates.shared.queryOptions({ slug, secret })],
    <SharedScreen slug={slug} secret={secret} />,
  );
  return <ApiProvider org={null}>{page}</ApiProvider>;
}
