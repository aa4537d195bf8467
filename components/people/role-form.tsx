"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field } from "#components/ui/field.tsx";
import type { PersonView } from "#contracts/people.ts";
import { ROLE_LABELS, ROLES, type Role } from "#contracts/roles.ts";
import { DaysFields } from "./days-fields.tsx";
import classes from "./people.module.css";
import { UnitSelect } from "./unit-select.tsx";
import { ROLE_HINTS } from "./words.ts";

/** Role, place, first day, last day if there is one. */
export function RoleForm({ person, onGiven }: { person: PersonView; onGiven: () => Promise<unknown> }) {
  const trpc = useTRPC();
  const assign = useMutation(trpc.people.assign.mutationOptions());
  const [role, setRole] = useState<Role>("supervisor");
  const [unitId, setUnitId] = useState<string | null>(null);
  const [startsOn, setStartsOn] = useState(person.today);
  const [endsOn, setEndsOn] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [noUnit, setNoUnit] = useState(false);
  const failed = assign.error ? readError(assign.error) : null;
  const fields: Record<string, string> = {
    ...failed?.fields,
    ...(noUnit ? { unitId: "Choose a unit or a team." } : {}),
  };
  const listed = Object.entries(fields).map(([field, message]) => ({ field, message }));
  const errors = failed && listed.length === 0 ? [{ field: "unitId", message: failed.message }] : listed;

  function send(event: FormEvent) {
    event.preventDefault();
    setAttempt((n) => n + 1);
    setNoUnit(!unitId);
    if (!unitId) return assign.reset();
    assign.mutate(
      { personId: person.id, role, unitId, startsOn, endsOn: endsOn || null },
      {
        onError: () => setAttempt((n) => n + 1),
        onSuccess: async () => {
          setUnitId(null);
          setEndsOn("");
          await onGiven();
        },
      },
    );
  }

  return (
    <form onSubmit={send} noValidate className={classes.form}>
      <ErrorSummary errors={errors} attempt={attempt} />
      {assign.isSuccess && (
        <div className={classes.notice} role="status">
          <Banner>The role is given.</Banner>
        </div>
      )}
      <Field id="role" label="Role" hint={ROLE_HINTS[role]} error={fields.role}>
        {(control) => (
          <NativeSelect
            {...control}
            value={role}
            onChange={(e) => {
              setRole(e.currentTarget.value as Role);
              setUnitId(null);
            }}
            data={ROLES.map((r) => ({ value: r, label: ROLE_LABELS[r] }))}
          />
        )}
      </Field>
      <Field id="unitId" label="Where" error={fields.unitId}>
        {(control) => <UnitSelect key={role} control={control} role={role} value={unitId} onChange={setUnitId} />}
      </Field>
      <DaysFields
        lastDayOptional
        today={person.today}
        startsOn={startsOn}
        endsOn={endsOn}
        fields={fields}
        onStart={setStartsOn}
        onEnd={setEndsOn}
      />
      <Button type="submit" loading={assign.isPending}>
        Give this role
      </Button>
    </form>
  );
}
