import type { Metadata } from "next";
import { InstallationScreen } from "#components/organisations/installation-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "This installation" };

export default function InstallationPage() {
  return prefetched(null, (trpc) => [trpc.installation.list.queryOptions({})], <InstallationScreen />);
}
