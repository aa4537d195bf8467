import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { createContext, isSameOrigin } from "#server/api/context.ts";
import { appRouter } from "#server/api/root.ts";

const handler = (request: Request) => {
  // A second lock beside SameSite=Lax: another site's page can send neither a query nor a mutation here.
  if (!isSameOrigin(request.headers)) return new Response("Not from this site.", { status: 403 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: appRouter,
    createContext: () => createContext(request.headers, request.headers.get("x-bearing-organisation")),
  });
};

export { handler as GET, handler as POST };
