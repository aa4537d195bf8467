"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import classes from "./account.module.css";

type State = "idle" | "asking" | "asked" | "no_address" | "too_many" | "broken";

const WORDS: Record<Exclude<State, "idle" | "asking">, string> = {
  asked:
    "If this address has an account here, a link is on its way. Open it in this browser within ten minutes. It works once.",
  no_address: "Enter your e-mail address above first.",
  too_many: "Too many attempts. Wait fifteen minutes, then try again.",
  broken: "We could not reach Bearing. Try again.",
};

/** Sign-in without a password: the same words for a known and an unknown address. */
export function AskForLink({ email }: { email: string }) {
  const [state, setState] = useState<State>("idle");

  async function ask() {
    if (!/^[^\s@]+@[^\s@]+$/.test(email.trim())) return setState("no_address");
    setState("asking");
    const answer = await fetch("/api/sign-in-link", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ email }),
    }).catch(() => null);
    if (answer?.ok) setState("asked");
    else setState(answer?.status === 429 ? "too_many" : "broken");
  }

  return (
    <div className={classes.stack}>
      <Button variant="default" onClick={ask} loading={state === "asking"}>
        E-mail me a link instead
      </Button>
      <p role="status">{state === "idle" || state === "asking" ? "" : WORDS[state]}</p>
    </div>
  );
}
