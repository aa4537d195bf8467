"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useState, useTransition } from "react";
import type { DueTeam } from "#contracts/assessments.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { DueCard } from "./due-card.tsx";
import { nowTitle } from "./due-words.ts";
import { ListNotice } from "./list-notice.tsx";
import classes from "./now.module.css";

/**
 * A supervisor's first page: the call of one team with what belongs to it, then what is due in the open wave, team by team,
 * and what was given before.
 *
 * @param call the page's finding and its only h1
 */
export function NowScreen({ org, call, children }: { org: string; call: ReactNode; children?: ReactNode }) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<string[]>([]);
  const [turning, turn] = useTransition();
  const cursor = cursors.at(-1);
  const { data } = useSuspenseQuery(trpc.assessments.due.queryOptions(cursor ? { cursor } : {}));
  const { data: readings } = useSuspenseQuery(trpc.results.myTeams.queryOptions());
  const readingOf = new Map(readings.map((reading) => [reading.team.unitId, reading]));
  const { wave, teams } = data;
  return (
    <>
      <ListNotice org={org} />
      {call}
      {teams.length === 0 && (
        <EmptyState title="You have no team yet">
          Ask HR to name you as supervisor, or a senior leader to register your team.
        </EmptyState>
      )}
      {teams.length > 0 && !wave && teams.every((team) => team.given.length === 0) && (
        <EmptyState title="No wave is open">
          When HR opens the first one, your assessment starts here: a minute for part 1, three for part 2.
        </EmptyState>
      )}
      {teams.length > 0 && children}
      {teams.length > 0 && (
        <header className={classes.head}>
          <h2>{nowTitle(teams, wave !== null)}</h2>
          {wave && <p className={classes.quiet}>{wave.label} is open until HR closes it.</p>}
        </header>
      )}
      <div className={classes.cards}>
        {teams.map((team: DueTeam) => (
          <DueCard key={team.teamId} org={org} team={team} reading={readingOf.get(team.teamId)} />
        ))}
      </div>
      <Pager
        label="Your teams"
        busy={turning}
        onPrevious={cursors.length > 0 ? () => turn(() => setCursors(cursors.slice(0, -1))) : null}
        onNext={data.nextCursor ? () => turn(() => setCursors([...cursors, data.nextCursor ?? ""])) : null}
      />
    </>
  );
}
