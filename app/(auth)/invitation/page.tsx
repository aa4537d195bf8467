import type { Metadata } from "next";
import { InvitationScreen } from "#components/account/invitation-screen.tsx";
import { ApiProvider } from "#components/api/trpc.tsx";

export const metadata: Metadata = { title: "Choose a password" };

export default async function InvitationPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  return (
    <ApiProvider org={null}>
      <InvitationScreen token={token ?? ""} />
    </ApiProvider>
  );
}
