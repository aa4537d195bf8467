"use client";

import { Button, Checkbox, TextInput } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { type FormEvent, useEffect, useRef, useState } from "react";
import type { LedTeam } from "#contracts/calls.ts";
import type { WorkingPattern } from "#contracts/register.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import classes from "./register.module.css";
import { HeadcountField, PatternField } from "./team-fields.tsx";
import { useFormErrors } from "./use-form-errors.ts";

/** For whoever leads a unit: the people who report to them are a team, with check, call and plan as every other. */
export function OwnTeams({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.calls.ledTeams.queryOptions());
  const section = useRef<HTMLElement>(null);
  const [asked, setAsked] = useState(false);
  // The Overview leads here: the form is open then, and in sight.
  useEffect(() => setAsked(window.location.hash === "#own-team"), []);
  useEffect(() => {
    if (asked) section.current?.scrollIntoView();
  }, [asked]);
  if (data.length === 0) return null;
  const missing = data.filter(({ team }) => team === null);
  return (
    <section className={classes.section} id="own-team" ref={section}>
      <h2>{data.length === 1 ? "The team you lead yourself" : "The teams you lead yourself"}</h2>
      {missing.length < data.length && (
        <ul className={classes.list}>
          {data.flatMap((led) => (led.team ? [<Made key={led.unitId} org={org} led={led} team={led.team} />] : []))}
        </ul>
      )}
      {missing.map((led) => (
        <OwnTeam key={led.unitId} led={led} open={asked && missing.length === 1} />
      ))}
    </section>
  );
}

function Made({ org, led, team }: { org: string; led: LedTeam; team: NonNullable<LedTeam["team"]> }) {
  if (team.waiting) {
    return (
      <li>
        {team.name}, in {led.name}, waits for HR’s yes.
      </li>
    );
  }
  return (
    <li>
      {team.name}, in {led.name}: <Link href={`/o/${org}/now?team=${team.id}`}>check, call and plan</Link>, and{" "}
      <Link href={`/o/${org}/waves`}>who is on its list</Link>.
    </li>
  );
}

/** What it is about, and the form behind one button: a leader says it once. */
function OwnTeam({ led, open }: { led: LedTeam; open: boolean }) {
  const [asking, setAsking] = useState(false);
  return (
    <div className={classes.form}>
      <p className={classes.note}>
        The people who report to you in {led.name} are a team, and you are its supervisor: you get the same check, call
        and plan for it. You answer the pulse in the team of your own manager, never in this one.
      </p>
      {asking || open ? (
        <OwnTeamForm led={led} />
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          Say who they are<span className="visually-hidden"> in {led.name}</span>
        </Button>
      )}
    </div>
  );
}

function OwnTeamForm({ led }: { led: LedTeam }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const register = useMutation(trpc.register.registerOwnTeam.mutationOptions());
  const [name, setName] = useState(`${led.name} leadership team`);
  const [headcount, setHeadcount] = useState<number | null>(led.people || null);
  const [pattern, setPattern] = useState<WorkingPattern | null>(null);
  const [take, setTake] = useState(led.people > 0 && !led.waits);
  const form = useFormErrors(register.error, "own-name", {
    name: "own-name",
    headcount: "own-headcount",
    workingPattern: "own-workingPattern",
  });

  function send(event: FormEvent) {
    event.preventDefault();
    const complete = form.complete({
      "own-name": name.trim() === "" && "Enter the team’s name.",
      "own-headcount": headcount === null && "Enter how many people are in the team.",
      "own-workingPattern": pattern === null && "Choose how the team works.",
    });
    if (!complete || headcount === null || pattern === null) return;
    register.mutate(
      { unitId: led.unitId, name, headcount, workingPattern: pattern, takePeople: take },
      {
        onError: form.again,
        // The sidebar has a supervisor's pages from now on.
        onSuccess: () => cache.invalidateQueries(),
      },
    );
  }

  return (
    <form onSubmit={send} noValidate>
      {led.waits && <p className={classes.note}>HR looks at it first; then the team is live.</p>}
      <ErrorSummary errors={form.summary} attempt={form.attempt} />
      <Field id="own-name" label="What you call it" error={form.fields["own-name"]}>
        {(control) => (
          <TextInput {...control} autoComplete="off" value={name} onChange={(e) => setName(e.currentTarget.value)} />
        )}
      </Field>
      <HeadcountField
        id="own-headcount"
        value={headcount}
        onChange={setHeadcount}
        error={form.fields["own-headcount"]}
      />
      <PatternField
        id="own-workingPattern"
        value={pattern}
        onChange={setPattern}
        error={form.fields["own-workingPattern"]}
      />
      {led.people > 0 && !led.waits && (
        <Field id="takePeople" label="Who is on its list" error={form.fields.takePeople}>
          {({ id }) => (
            <Checkbox
              id={id}
              label={`Take over the ${led.people === 1 ? "one person" : `${led.people} people`} who stand directly in ${led.name}`}
              checked={take}
              onChange={(event) => setTake(event.currentTarget.checked)}
            />
          )}
        </Field>
      )}
      <Button type="submit" loading={register.isPending} variant="default">
        Make it a team
      </Button>
    </form>
  );
}
