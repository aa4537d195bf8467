import type { ReactNode } from "react";
import { ApiProvider } from "#components/api/trpc.tsx";

export default function AccountLayout({ children }: { children: ReactNode }) {
  return <ApiProvider org={null}>{children}</ApiProvider>;
}
