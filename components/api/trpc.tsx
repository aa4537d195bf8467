"use client";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink, httpLink, splitLink, TRPCClientError } from "@trpc/client";
import { createTRPCContext } from "@trpc/tanstack-react-query";
import { type ReactNode, useState } from "react";
import { z } from "zod";
import type { AppRouter } from "#server/api/root.ts";

// zod tries whether it may compile code, which a strict policy reports although nothing comes of it. In the browser only:
// on the server compiled checks are worth having.
if (typeof window !== "undefined") z.config({ jitless: true });

export const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<AppRouter>();

/**
 * One client and one cache per organisation: the address names the organisation in a header, and a cache that outlived a
 * switch would show another organisation's rows. Give it `key={org}`.
 */
export function ApiProvider({ org, children }: { org: string | null; children: ReactNode }) {
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: { staleTime: 30_000, retry: (count, error) => count < 2 && isWorthRetrying(error) },
          mutations: { retry: false },
        },
      }),
  );
  const [client] = useState(() => {
    const toServer = { url: "/api/trpc", headers: org ? { "x-bearing-organisation": org } : {} };
    return createTRPCClient<AppRouter>({
      links: [
        splitLink({
          // A draft that is saved on leaving has to outlive its page: `context: { keepalive: true }`.
          condition: (operation) => operation.context.keepalive === true,
          true: httpLink({
            ...toServer,
            fetch: (url, options) => fetch(url, { ...(options as RequestInit), keepalive: true }),
          }),
          false: httpBatchLink(toServer),
        }),
      ],
    });
  });
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}

/** A refusal stays one; only a broken connection or a failing server is tried again. */
function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof TRPCClientError)) return true;
  const status = error.data?.httpStatus as number | undefined;
  return status === undefined || status >= 500;
}
