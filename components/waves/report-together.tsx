"use client";

import { Button, Checkbox, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import type { CostOfK, PulseDetail } from "#contracts/wave-views.ts";
import classes from "./waves.module.css";

/** Teams too small to see their own result, and which of them could report together in this wave. */
export function ReportTogether({ pulse, cost }: { pulse: PulseDetail; cost: CostOfK }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries({ queryKey: trpc.waves.pathKey() });
  const group = useMutation(trpc.waves.group.mutationOptions({ onSuccess }));
  const ungroup = useMutation(trpc.waves.ungroup.mutationOptions({ onSuccess }));
  const grouped = new Set(pulse.together.flatMap((g) => g.teams.map((t) => t.unitId)));
  const byParent = [
    ...Map.groupBy(
      cost.small.filter((t) => !grouped.has(t.unitId)),
      (t) => t.parentName,
    ),
  ].filter(([, teams]) => teams.length > 1);
  const words =
    cost.teams === 0
      ? "There is no team yet."
      : cost.smallCount === 0
        ? "Every team is large enough to see its own result, if everybody answers."
        : `${cost.smallCount} of ${cost.teams} teams are too small to see their own result. Teams of one unit may report together in this wave: they then see one result for all of them.`;
  return (
    <section className={classes.section}>
      <h2>Report together</h2>
      <p className="prose">{words}</p>
      {pulse.together.length > 0 && (
        <ul className={classes.groups}>
          {pulse.together.map((g) => (
            <li key={g.groupId}>
              <p>
                <strong>{g.name}</strong> in {g.parentName}: {g.teams.map((t) => t.name).join(", ")}.{" "}
                {g.settled
                  ? "They report together."
                  : `Proposed; still to agree: ${g.teams
                      .filter((t) => !t.agreed)
                      .map((t) => t.name)
                      .join(", ")}.`}
              </p>
              <Button
                variant="default"
                aria-label={`Take ${g.name} apart`}
                onClick={() => ungroup.mutate({ waveId: pulse.id, groupId: g.groupId })}
              >
                Take apart
              </Button>
            </li>
          ))}
        </ul>
      )}
      {ungroup.error && <p role="alert">{readError(ungroup.error).message}</p>}
      {byParent.map(([parentName, teams]) => (
        <GroupForm
          key={parentName}
          parentName={parentName}
          teams={teams}
          busy={group.isPending}
          error={
            group.error && group.variables?.teamIds.some((id) => teams.some((t) => t.unitId === id))
              ? group.error
              : null
          }
          onGroup={(name, teamIds) => group.mutate({ waveId: pulse.id, name, teamIds })}
        />
      ))}
    </section>
  );
}

function GroupForm({
  parentName,
  teams,
  busy,
  error,
  onGroup,
}: {
  parentName: string;
  teams: CostOfK["small"];
  busy: boolean;
  error: unknown;
  onGroup: (name: string, teamIds: string[]) => void;
}) {
  const [name, setName] = useState(`${parentName}, together`);
  const [chosen, setChosen] = useState<string[]>(teams.map((t) => t.unitId));
  const [few, setFew] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const id = `together-${teams[0]?.unitId ?? ""}`;
  const message = few ? "Choose two teams or more." : error ? readError(error).message : null;
  function send(event: FormEvent) {
    event.preventDefault();
    setAttempt((n) => n + 1);
    setFew(chosen.length < 2);
    if (chosen.length >= 2) onGroup(name, chosen);
  }
  return (
    <details className={classes.together}>
      <summary>
        {teams.length} small teams in {parentName}
      </summary>
      <form onSubmit={send} noValidate>
        <ErrorSummary errors={message ? [{ field: id, message }] : []} attempt={attempt} />
        <FieldGroup id={id} legend="Which report together?" error={message}>
          <div className={classes.ticks}>
            {teams.map((team) => (
              <Checkbox
                key={team.unitId}
                label={team.name}
                checked={chosen.includes(team.unitId)}
                onChange={(e) =>
                  setChosen(
                    e.currentTarget.checked
                      ? [...chosen, team.unitId]
                      : chosen.filter((other) => other !== team.unitId),
                  )
                }
              />
            ))}
          </div>
        </FieldGroup>
        <Field id={`${id}-name`} label="What they are called together">
          {(control) => (
            <TextInput {...control} maxLength={120} value={name} onChange={(e) => setName(e.currentTarget.value)} />
          )}
        </Field>
        <Button type="submit" variant="default" loading={busy}>
          Let them report together
        </Button>
      </form>
    </details>
  );
}
