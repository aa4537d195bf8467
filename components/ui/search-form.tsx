"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import classes from "./search-form.module.css";

/** Words to look for, sent by Enter or the button, trimmed. */
export function SearchForm({
  label,
  busy,
  onSearch,
}: {
  label: string;
  busy: boolean;
  onSearch: (words: string) => void;
}) {
  const [typed, setTyped] = useState("");
  function send(event: FormEvent) {
    event.preventDefault();
    onSearch(typed.trim());
  }
  return (
    <search>
      <form onSubmit={send} className={classes.root}>
        <TextInput
          className={classes.words ?? ""}
          type="search"
          label={label}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" loading={busy}>
          Search
        </Button>
      </form>
    </search>
  );
}
