"use client";

import { Button } from "@mantine/core";
import { signOut } from "next-auth/react";

/** Ends this session on the server, then leaves for the sign-in page. */
export function SignOutForm() {
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void signOut({ redirectTo: "/sign-in" });
      }}
    >
      <Button type="submit" variant="default" size="sm">
        Sign out
      </Button>
    </form>
  );
}
