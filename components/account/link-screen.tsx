"use client";

import { Button } from "@mantine/core";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import classes from "./account.module.css";

const GONE =
  "This link has been used, has expired, or was asked for in another browser. Ask for a new one in this browser.";

/** Opening the page uses nothing up: mail programs look at links before people do. */
export function LinkScreen({ token }: { token: string }) {
  const [state, setState] = useState<"ready" | "busy" | "gone" | "too_many" | "broken">("ready");

  async function enter() {
    setState("busy");
    const result = await signIn("link", { token, redirect: false }).catch(() => null);
    if (result?.ok && !result.error) return window.location.assign("/organisations");
    setState(result?.code === "wrong" ? "gone" : result?.code === "too_many" ? "too_many" : "broken");
  }

  if (state === "gone") {
    return (
      <main className={classes.narrow}>
        <p className={classes.brand}>Bearing</p>
        <PageHeader title="This link does not work any more" meta={GONE} />
        <LinkButton href="/sign-in">Sign in</LinkButton>
      </main>
    );
  }
  return (
    <main className={classes.narrow}>
      <p className={classes.brand}>Bearing</p>
      <PageHeader title="Sign in to Bearing" meta="You asked for this link. It works once, in this browser." />
      <div className={classes.stack}>
        <Button onClick={enter} loading={state === "busy"}>
          Sign in
        </Button>
        <p role="alert">
          {state === "too_many" && "Too many attempts. Wait fifteen minutes, then try again."}
          {state === "broken" && "We could not reach Bearing. Try again."}
        </p>
      </div>
    </main>
  );
}
