"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { redirect } from "next/navigation";
import { useTRPC } from "#components/api/trpc.tsx";
import { firstPageFor } from "./navigation.tsx";

/** The address of an organisation opens the page that this person comes for. */
export function HomeRedirect({ org }: { org: string }): never {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  redirect(firstPageFor(org, data));
}
