import "server-only";
import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { createElement, type ReactElement, type ReactNode } from "react";
import type { Permission } from "#contracts/permissions.ts";
import { env } from "#server/kernel/env.ts";
import { createContext } from "./context.ts";
import { appRouter } from "./root.ts";
import { toTransportError } from "./errors.ts";

/** Query options of different procedures have no common type but their key. */
type AnyQuery = Parameters<QueryClient["fetchQuery"]>[0];
type Queries = ReturnType<typeof createTRPCOptionsProxy<typeof appRouter>>;

type IfMay = Partial<Record<Permission, (trpc: Queries) => { queryKey: readonly unknown[] }[]>>;

/** Whether mails can be sent, so that the sign-in page may offer a link. */
export const offersMailLink = (): boolean => env().BEARING_SMTP_URL !== undefined;

/**
 * The one read path: a page prefetches the same procedures that its components use, in parallel, and hydrates them.
 * Signed out goes to sign-in and comes back; refused shows the no-access page; unknown is a 404.
 *
 * @param org the slug of the address, or null outside an organisation
 * @param ifMay queries that a part of the page asks only for who holds the permission somewhere: for others it would be a
 *   refusal, and a part that nobody has prefetched cannot be rendered on the server
 */
export async function prefetched(
  org: string | null,
  queries: (trpc: Queries) => { queryKey: readonly unknown[] }[],
  children: ReactNode,
  ifMay: IfMay = {},
): Promise<ReactElement> {
  const incoming = await headers();
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 30_000 } } });
  const ctx = await createContext(incoming, org);
  const trpc = createTRPCOptionsProxy({ router: appRouter, ctx, queryClient });
  try {
    const fetchAll = (wanted: { queryKey: readonly unknown[] }[]) =>
      Promise.all(wanted.map((options) => queryClient.fetchQuery(options as AnyQuery)));
    const fetchIfMay = async () => {
      const permissions = Object.keys(ifMay) as Permission[];
      if (permissions.length === 0) return;
      const home = await queryClient.fetchQuery(trpc.organisations.home.queryOptions());
      await fetchAll(permissions.filter((p) => home.permissions.includes(p)).flatMap((p) => ifMay[p]?.(trpc) ?? []));
    };
    await Promise.all([fetchAll(queries(trpc)), fetchIfMay()]);
  } catch (error) {
    interrupt(error, incoming.get("x-path") ?? "/");
  }
  return createElement(HydrationBoundary, { state: dehydrate(queryClient) }, children);
}

/**
 * Where somebody begins after signing in: the one organisation of whoever has a single place; null where there is a choice
 * to make, or nothing to open. The operator's own page counts as a place.
 */
export async function findOnlyPlace(): Promise<string | null> {
  const incoming = await headers();
  const caller = appRouter.createCaller(await createContext(incoming, null));
  try {
    const { organisations, isOperator } = await caller.account.me();
    const [only, second] = organisations;
    return only && !second && !isOperator ? `/o/${only.slug}` : null;
  } catch (error) {
    interrupt(error, incoming.get("x-path") ?? "/");
  }
}

/** Turns a refusal into Next's own interruptions; anything else reaches the error page. */
function interrupt(error: unknown, path: string): never {
  const { code } = error instanceof TRPCError ? error : toTransportError(error);
  if (code === "UNAUTHORIZED") redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  if (code === "FORBIDDEN") forbidden();
  // An address that is no id, or no date, is the address of nothing.
  if (code === "NOT_FOUND" || code === "BAD_REQUEST") notFound();
  throw error;
}
