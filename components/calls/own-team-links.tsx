"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "#components/api/trpc.tsx";
import classes from "./calls.module.css";

/**
 * On top of every page of a team, for whoever supervises it: the check is never further than this, in a wave or not. The
 * line keeps its place while it loads, so that nothing below it moves.
 *
 * @param teamId without one, the first of the reader's teams
 * @param beside the page begins with a short line, its path or its chooser of teams, which leaves room on its right
 */
export function OwnTeamLinks({
  org,
  teamId,
  plan = true,
  beside = false,
}: {
  org: string;
  teamId?: string | undefined;
  plan?: boolean;
  beside?: boolean;
}) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const allowed = home.permissions.includes("call:make");
  const { data } = useQuery(trpc.calls.page.queryOptions({}, { enabled: allowed }));
  if (!allowed) return null;
  const team = teamId === undefined ? data?.teams[0] : data?.teams.find(({ id }) => id === teamId);
  return (
    <nav
      aria-label={team ? `What next for ${team.name}` : "What next"}
      className={classes.teamBar}
      data-beside={beside || undefined}
    >
      {team && <Link href={`/o/${org}/check/${team.id}`}>Check now: a minute</Link>}
      {team && plan && <Link href={`/o/${org}/plan?team=${team.id}`}>See the plan</Link>}
    </nav>
  );
}
