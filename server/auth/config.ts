import NextAuth, { CredentialsSignin } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { ABSOLUTE_HOURS } from "#server/authz/index.ts";
import { callerAddress } from "#server/kernel/caller-address.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { env, isSecure } from "#server/kernel/env.ts";
import { log } from "#server/kernel/log.ts";
import { inTransaction } from "#server/kernel/transaction.ts";
import { linkBrowser, sessionCookieName } from "./cookies.ts";
import { writeMemberEvents } from "./member-events.ts";
import { ownAddress } from "./own-address.ts";
import { revokeSession } from "./sessions.ts";
import { signInWithPassword } from "./sign-in.ts";
import { signInWithLink } from "./sign-in-with-link.ts";

const SignIn = z.object({ email: z.string().max(254), password: z.string().max(1000) });

const SignInLink = z.object({ token: z.string().max(200) });

class WrongCredentials extends CredentialsSignin {
  override code = "wrong";
}
class TooManyAttempts extends CredentialsSignin {
  override code = "too_many";
}

/**
 * Identity only. The token in the cookie carries the secret of a session row and nothing else; who somebody is and what
 * they may do is read from the database on every request. Configured lazily, so that a build needs no environment.
 */
export const { handlers } = NextAuth(() => {
  const secure = isSecure();
  return {
    secret: env().AUTH_SECRET,
    trustHost: true,
    // Own pages for all of them: the library's own ones carry inline styles, which the policy refuses.
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/organisations" },
    session: { strategy: "jwt", maxAge: ABSOLUTE_HOURS * 3600 },
    useSecureCookies: secure,
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    logger: {
      error: (error) => {
        if (!(error instanceof CredentialsSignin)) log("error", "auth.error", { name: error.name });
      },
      warn: () => {},
      debug: () => {},
    },
    providers: [
      Credentials({
        id: "link",
        credentials: { token: {} },
        async authorize(unverified, request) {
          const input = SignInLink.safeParse(unverified);
          if (!input.success) throw new WrongCredentials();
          const result = await signInWithLink(
            {
              unverifiedToken: input.data.token,
              browser: linkBrowser(request.headers.get("cookie")),
              address: callerAddress(request.headers.get("x-forwarded-for")),
            },
            systemClock,
          );
          if (result.outcome === "too_many") throw new TooManyAttempts();
          if (result.outcome === "wrong") throw new WrongCredentials();
          return { id: result.accountId, secret: result.secret };
        },
      }),
      Credentials({
        credentials: { email: {}, password: {} },
        async authorize(unverified, request) {
          const input = SignIn.safeParse(unverified);
          if (!input.success) throw new WrongCredentials();
          const address = callerAddress(request.headers.get("x-forwarded-for"));
          const result = await signInWithPassword({ ...input.data, address }, systemClock);
          if (result.outcome === "too_many") throw new TooManyAttempts();
          if (result.outcome === "wrong") throw new WrongCredentials();
          return { id: result.accountId, secret: result.secret };
        },
      }),
    ],
    callbacks: {
      jwt({ token, user }) {
        // Nothing but the secret: no name, no address, no role in a cookie.
        if (user) return { secret: (user as { secret?: string }).secret };
        return { secret: token.secret };
      },
      // Never elsewhere: the configured address decides, not a Host or X-Forwarded-Host header.
      redirect: ({ url }) => ownAddress(url, env().BEARING_URL),
      session: ({ session }) => ({ expires: session.expires }) as typeof session,
    },
    events: {
      async signOut(message) {
        const secret = "token" in message ? message.token?.secret : null;
        if (typeof secret !== "string") return;
        const accountId = await inTransaction({}, (tx) => revokeSession(tx, secret, systemClock.now()));
        if (accountId) await writeMemberEvents(accountId, "signed_out");
      },
    },
  };
});
