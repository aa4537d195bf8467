"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { longDate } from "#components/ui/dates.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { HandOverLink } from "#components/ui/hand-over-link.tsx";
import type { PersonView } from "#contracts/people.ts";
import { DeputyForm } from "./deputy-form.tsx";
import classes from "./people.module.css";
import { RoleForm } from "./role-form.tsx";
import { RolesTable } from "./roles-table.tsx";
import { personTitle, SIGN_IN_WORDS } from "./words.ts";

/** One person: can they sign in, which roles do they have, and what HR can do about it. */
export function PersonScreen({ org, personId }: { org: string; personId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: person } = useSuspenseQuery(trpc.people.read.queryOptions({ personId }));
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.people.pathKey() });
  const invite = useMutation(trpc.people.invite.mutationOptions({ onSuccess: refresh }));
  const suspend = useMutation(trpc.people.suspend.mutationOptions({ onSuccess: refresh }));
  const reinstate = useMutation(trpc.people.reinstate.mutationOptions({ onSuccess: refresh }));
  const [asking, setAsking] = useState(false);
  const failed = [invite, suspend, reinstate].map((m) => m.error).find((e) => e !== null);
  const suspended = person.status === "suspended";
  const mayAct = person.rolesElsewhere === 0;

  return (
    <>
      <ErrorSummary errors={failed ? [{ field: "actions", message: readError(failed).message }] : []} />
      <PageHeader
        path={[{ label: "People and roles", href: `/o/${org}/people` }]}
        title={personTitle(person)}
        meta={`${person.email}. ${suspended ? "They cannot open anything here." : signInWords(person)}`}
      />
      {person.rolesElsewhere > 0 && (
        <div className={classes.notice}>
          <Banner tone="quiet">
            {person.name} also has {person.rolesElsewhere === 1 ? "a role" : `${person.rolesElsewhere} roles`} outside
            your part, so only HR of the whole organisation can suspend them or make a link.
          </Banner>
        </div>
      )}
      {invite.data && <HandOverLink name={person.name} invitation={invite.data} />}
      <RolesTable assignments={person.assignments} onChanged={refresh} personName={person.name} />

      {!suspended && (
        <section className={classes.section}>
          <h2>Give a role</h2>
          <RoleForm person={person} onGiven={refresh} />
        </section>
      )}
      {!suspended && (
        <section className={classes.section}>
          <h2>Let {person.name} stand in for somebody</h2>
          <DeputyForm person={person} onGiven={refresh} />
        </section>
      )}

      {mayAct && (
        <section className={classes.section} id="actions" tabIndex={-1}>
          <h2>Sign-in and access</h2>
          <p className={classes.empty}>
            {suspended
              ? `Suspended people keep their roles, but cannot open anything in this organisation.`
              : `Suspending shuts ${person.isSelf ? "a person" : person.name} out from the next click on, and keeps the roles for the day they come back.`}
          </p>
          <div className={classes.actions}>
            {!suspended && person.signIn !== "ready" && (
              <Button variant="default" loading={invite.isPending} onClick={() => invite.mutate({ personId })}>
                Make a new link to sign in
              </Button>
            )}
            {suspended ? (
              <Button loading={reinstate.isPending} onClick={() => reinstate.mutate({ personId })}>
                Let {person.name} in again
              </Button>
            ) : (
              !person.isSelf && (
                <Button variant="outline" color="error" onClick={() => setAsking(true)}>
                  Suspend {person.name}
                </Button>
              )
            )}
          </div>
        </section>
      )}
      <Confirm
        opened={asking}
        danger
        title={`Suspend ${person.name}?`}
        confirm={`Suspend ${person.name}`}
        busy={suspend.isPending}
        onClose={() => setAsking(false)}
        onConfirm={() => suspend.mutate({ personId }, { onSettled: () => setAsking(false) })}
      >
        They are shut out of this organisation at once. Their roles stay, and you can let them in again.
      </Confirm>
    </>
  );
}

function signInWords(person: PersonView): string {
  const until =
    person.signIn === "invited" && person.linkUntil
      ? ` It works until ${longDate(person.linkUntil.slice(0, 10))}.`
      : "";
  return `${SIGN_IN_WORDS[person.signIn]}${until}`;
}
