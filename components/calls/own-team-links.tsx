"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import classes from "./calls.module.css";

/** The way to the check and the plan from any page of a team, for whoever supervises it. */
export function OwnTeamLinks({ org, teamId }: { org: string; teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const allowed = home.permissions.includes("call:make");
  const { data } = useQuery(trpc.calls.page.queryOptions({}, { enabled: allowed }));
  const team = teamId === undefined ? data?.teams[0] : data?.teams.find(({ id }) => id === teamId);
  if (!team) return null;
  return (
    <nav aria-label={`What next for ${team.name}`} className={classes.buttons}>
      <LinkButton href={`/o/${org}/check/${team.id}`} variant="default">
        Check now: a minute
      </LinkButton>
      <LinkButton href={`/o/${org}/plan?team=${team.id}`} variant="default">
        See the plan
      </LinkButton>
    </nav>
  );
}
