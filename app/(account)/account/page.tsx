import type { Metadata } from "next";
import { AccountScreen } from "#components/account/account-screen.tsx";
import { prefetched } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Your account" };

export default function AccountPage() {
  return prefetched(null, (trpc) => [trpc.account.me.queryOptions()], <AccountScreen />);
}
