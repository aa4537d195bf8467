import type { Metadata } from "next";
import { SignInScreen } from "#components/account/sign-in-screen.tsx";
import { offersMailLink } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { next } = await searchParams;
  return <SignInScreen next={next ?? "/organisations"} mailLink={offersMailLink()} />;
}
