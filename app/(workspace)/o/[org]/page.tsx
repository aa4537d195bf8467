import { HomeRedirect } from "#components/shell/home-redirect.tsx";
import { prefetched } from "#server/api/rsc.ts";

export default async function OrganisationHomePage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  return prefetched(org, (trpc) => [trpc.organisations.home.queryOptions()], <HomeRedirect org={org} />);
}
