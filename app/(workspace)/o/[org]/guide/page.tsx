import type { Metadata } from "next";
import { GuideScreen } from "#components/guide/guide-screen.tsx";

export const metadata: Metadata = { title: "Team conversation" };

export default function GuidePage() {
  return <GuideScreen />;
}
