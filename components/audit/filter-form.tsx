"use client";

import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState, useTransition } from "react";
import type { AuditTab } from "./address.ts";
import classes from "./audit.module.css";
import { PersonFilter } from "./person-filter.tsx";

type Choice = { name: "action" | "kind"; label: string; options: [value: string, label: string][] };

/** Who, what, from, to. The result has an address of its own. */
export function FilterForm({
  org,
  tab,
  given,
  choice,
}: {
  org: string;
  tab: AuditTab;
  given: Record<string, string | undefined>;
  choice: Choice;
}) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [actor, setActor] = useState(given.actor ?? null);
  const [what, setWhat] = useState(given[choice.name] ?? "");
  const [from, setFrom] = useState(given.from ?? "");
  const [to, setTo] = useState(given.to ?? "");

  function show(event: FormEvent) {
    event.preventDefault();
    const wanted = { tab: tab === "security" ? tab : "", actor: actor ?? "", [choice.name]: what, from, to };
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== ""));
    start(() => router.push(`/o/${org}/audit?${query}`));
  }

  return (
    <search>
      <form onSubmit={show} className={classes.filters}>
        <div>
          <PersonFilter value={actor} onChange={setActor} withSystem={tab === "changes"} />
        </div>
        <NativeSelect
          label={choice.label}
          value={what}
          onChange={(e) => setWhat(e.currentTarget.value)}
          data={[{ value: "", label: "Everything" }, ...choice.options.map(([value, label]) => ({ value, label }))]}
        />
        <TextInput label="From" type="date" value={from} onChange={(e) => setFrom(e.currentTarget.value)} />
        <TextInput label="To" type="date" value={to} min={from} onChange={(e) => setTo(e.currentTarget.value)} />
        <Button type="submit" variant="default" loading={busy}>
          Show
        </Button>
      </form>
    </search>
  );
}
