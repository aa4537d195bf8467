"use client";

import { Button, NumberInput, Radio, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { clockTime } from "#components/ui/dates.ts";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SaveState, type SaveStatus } from "#components/ui/save-state.tsx";
import { K_CEILING, type Settings } from "#contracts/settings.ts";
import { K_FLOOR } from "#contracts/waves.ts";
import classes from "./settings.module.css";

/** What the organisation has decided for itself. */
export function SettingsScreen() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: saved } = useSuspenseQuery(trpc.organisations.settings.queryOptions());
  const change = useMutation(trpc.organisations.changeSettings.mutationOptions());
  const [settings, setSettings] = useState<Settings>(saved);
  const [attempt, setAttempt] = useState(0);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const zones = useMemo(() => [...new Set([saved.zone, ...Intl.supportedValuesOf("timeZone")])].sort(), [saved.zone]);
  const failed = change.error ? readError(change.error) : null;
  const fields: Record<string, string> = failed?.fields ?? {};
  const listed = Object.entries(fields).map(([field, message]) => ({ field, message }));
  const errors = failed && listed.length === 0 ? [{ field: "save", message: failed.message }] : listed;
  const set = <K extends keyof Settings>(name: K, value: Settings[K]) => {
    setSavedAt(null);
    setSettings((before) => ({ ...before, [name]: value }));
  };

  function send(event: FormEvent) {
    event.preventDefault();
    change.mutate(settings, {
      onError: () => setAttempt((n) => n + 1),
      onSuccess: async (now) => {
        setSettings(now);
        setSavedAt(clockTime(Date.now()));
        await queryClient.invalidateQueries({ queryKey: trpc.organisations.pathKey() });
      },
    });
  }

  return (
    <>
      <ErrorSummary errors={errors} attempt={attempt} />
      <PageHeader
        title={
          saved.teamRegistration === "live" ? "Registered teams are live at once" : "Registered teams wait for HR’s yes"
        }
        meta={`Results are shown from ${saved.k} people on. Waves that have begun keep the number they began with.`}
      />
      <form onSubmit={send} noValidate className={classes.form}>
        <FieldGroup
          id="teamRegistration"
          legend="When a leader registers a team"
          hint="HR’s own registrations are always live at once."
          error={fields.teamRegistration}
        >
          <div className={classes.choices}>
            <Radio
              name="teamRegistration"
              label="HR looks at it first"
              checked={settings.teamRegistration === "approve"}
              onChange={() => set("teamRegistration", "approve")}
            />
            <Radio
              name="teamRegistration"
              label="It is live at once"
              checked={settings.teamRegistration === "live"}
              onChange={() => set("teamRegistration", "live")}
            />
          </div>
        </FieldGroup>
        <Field
          id="k"
          label="Smallest group shown (k)"
          hint={`From ${K_FLOOR} to ${K_CEILING}. Statements and files need at least 10. It counts for the next waves; a higher number protects more and shows less.`}
          error={fields.k}
        >
          {(control) => (
            <NumberInput
              {...control}
              w={120}
              min={K_FLOOR}
              max={K_CEILING}
              clampBehavior="none"
              allowDecimal={false}
              allowNegative={false}
              hideControls
              value={settings.k}
              onChange={(value) => set("k", Number(value))}
            />
          )}
        </Field>
        <Field
          id="hrContact"
          label="Whom to ask"
          hint='Read after "Ask" on pages that somebody may not open: "your HR team", or a name and a number.'
          error={fields.hrContact}
        >
          {(control) => (
            <TextInput
              {...control}
              value={settings.hrContact}
              onChange={(e) => set("hrContact", e.currentTarget.value)}
            />
          )}
        </Field>
        <Field id="zone" label="Time zone" hint="Days begin and end here." error={fields.zone}>
          {(control) => (
            <Select
              {...control}
              searchable
              comboboxProps={{ withinPortal: false }}
              withScrollArea={false}
              styles={{ options: { maxHeight: 280, overflowY: "auto" } }}
              limit={60}
              allowDeselect={false}
              data={zones}
              value={settings.zone}
              nothingFoundMessage="No time zone is called that"
              onChange={(zone) => zone && set("zone", zone)}
            />
          )}
        </Field>
        <div className={classes.foot}>
          <Button id="save" type="submit" loading={change.isPending}>
            Save
          </Button>
          <SaveState status={saveStatus(change.isPending, savedAt, failed !== null)} />
        </div>
      </form>
    </>
  );
}

function saveStatus(saving: boolean, savedAt: string | null, failed: boolean): SaveStatus {
  if (saving) return { state: "saving" };
  if (failed) return { state: "failed" };
  return savedAt ? { state: "saved", at: savedAt } : { state: "clean" };
}
