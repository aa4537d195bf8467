import type { Metadata } from "next";
import { LinkScreen } from "#components/account/link-screen.tsx";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInLinkPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const { token } = await searchParams;
  return <LinkScreen token={token ?? ""} />;
}
