"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { PlanPulse } from "#contracts/wave-plans.ts";
import type { PulseDetail } from "#contracts/wave-views.ts";
import { PlanPreview } from "./phone-preview.tsx";
import { PlanDates } from "./plan-dates.tsx";
import { PlanSize } from "./plan-size.tsx";
import { draftOf, fieldsOf, firstDraft, type PlanDraft, planOf } from "./plan-state.ts";
import { PlanStatements } from "./plan-statements.tsx";
import { PlanWelsh } from "./plan-welsh.tsx";
import classes from "./plan.module.css";

/** Planning a pulse, or changing the plan: the form on the left, the phone as staff will see it on the right, live. */
export function PlanScreen({ org, stored }: { org: string; stored: PulseDetail | null }) {
  const trpc = useTRPC();
  const router = useRouter();
  const cache = useQueryClient();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const { data: basis } = useSuspenseQuery(trpc.waves.basis.queryOptions());
  const [draft, setDraft] = useState<PlanDraft>(() => (stored ? draftOf(stored, basis) : firstDraft(basis)));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const plan = useMutation(trpc.waves.plan.mutationOptions());
  const edit = useMutation(trpc.waves.edit.mutationOptions());
  function set(changes: Partial<PlanDraft>) {
    setDraft((before) => ({ ...before, ...changes }));
    // A message is about what stood there before.
    const stale = (field: string) =>
      Object.keys(changes).some(
        (name) => field === name || field.startsWith(`${name}.`) || (name === "welsh" && field === "offersWelsh"),
      );
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !stale(field))));
  }
  const back = stored ? `/o/${org}/waves/${stored.id}` : `/o/${org}/waves`;

  function fail(fields: Record<string, string>) {
    setErrors(fields);
    setAttempt((n) => n + 1);
  }
  function save(event: FormEvent) {
    event.preventDefault();
    const read = PlanPulse.safeParse(planOf(draft));
    if (!read.success) return fail(fieldsOf(read.error.issues));
    setErrors({});
    const outcome = {
      onError: (error: unknown) => {
        const { fields, message } = readError(error);
        fail(Object.keys(fields).length > 0 ? fields : { label: message });
      },
      onSuccess: async (wave: { id: string }) => {
        await cache.invalidateQueries({ queryKey: trpc.waves.pathKey() });
        router.push(`/o/${org}/waves/${wave.id}`);
      },
    };
    if (stored) edit.mutate({ ...read.data, waveId: stored.id }, outcome);
    else plan.mutate(read.data, outcome);
  }

  return (
    <>
      <PageHeader
        path={[{ label: "Waves", href: `/o/${org}/waves` }]}
        title={stored ? `Change the plan of ${stored.label}` : "Plan a pulse"}
        meta="Everything may change until you launch it, and nothing afterwards."
      />
      <div className={classes.columns}>
        <form onSubmit={save} noValidate className={classes.form}>
          <ErrorSummary
            errors={Object.entries(errors).map(([field, message]) => ({ field, message }))}
            attempt={attempt}
          />
          <PlanDates draft={draft} zone={basis.zone} errors={errors} onChange={set} />
          <PlanSize draft={draft} least={basis.k} waveId={stored?.id ?? null} error={errors.k} onChange={set} />
          <PlanStatements draft={draft} errors={errors} onChange={set} />
          <PlanWelsh draft={draft} error={errors.offersWelsh} onChange={set} />
          <div className={classes.buttons}>
            <Button type="submit" loading={plan.isPending || edit.isPending}>
              Save this plan
            </Button>
            <LinkButton href={back} variant="default">
              Go back
            </LinkButton>
          </div>
        </form>
        <PlanPreview draft={draft} organisation={home.name} waveId={stored?.id ?? null} />
      </div>
    </>
  );
}

/** The same for a plan that is there already. */
export function EditPlanScreen({ org, waveId }: { org: string; waveId: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.waves.read.queryOptions({ waveId }));
  if (data.pulse?.status === "draft") return <PlanScreen org={org} stored={data.pulse} />;
  return (
    <>
      <PageHeader path={[{ label: "Waves", href: `/o/${org}/waves` }]} title={`${data.label} has no plan to change`} />
      <LinkButton href={`/o/${org}/waves/${waveId}`}>See this wave</LinkButton>
    </>
  );
}
