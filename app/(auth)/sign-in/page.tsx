import type { Metadata } from "next";
import { SignInScreen } from "#components/account/sign-in-screen.tsx";
import { offersMailLink } from "#server/api/rsc.ts";

export const metadata: Metadata = { title: "Sign in" };

type Asked = Promise<{ next?: string; link?: string }>;

export default async function SignInPage({ searchParams }: { searchParams: Asked }) {
  const { next, link } = await searchParams;
  return <SignInScreen next={next ?? "/organisations"} mailLink={offersMailLink()} linkOutcome={link} />;
}
