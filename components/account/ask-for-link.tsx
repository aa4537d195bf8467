"use client";

import { Button } from "@mantine/core";
import classes from "./account.module.css";

const WORDS: Record<string, string> = {
  asked:
    "If this address has an account here, a link is on its way. Open it in this browser within ten minutes. It works once.",
  no_address: "Enter your e-mail address above first.",
  too_many: "Too many attempts. Wait fifteen minutes, then try again.",
};

/**
 * Sign-in without a password: the same words for a known and an unknown address. A plain form: the answer sets the cookie
 * that ties the link to this browser.
 *
 * @param outcome what the form led to, out of the address of the page
 */
export function AskForLink({ email, outcome }: { email: string; outcome: string | undefined }) {
  return (
    <form method="post" action="/api/sign-in-link" className={classes.or}>
      <input type="hidden" name="email" value={email} />
      <Button type="submit" variant="default">
        E-mail me a link instead
      </Button>
      <p role="status">{(outcome && WORDS[outcome]) ?? ""}</p>
    </form>
  );
}
