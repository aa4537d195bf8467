"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useState, useTransition } from "react";
import type { DueTeam } from "#contracts/assessments.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { DueCard } from "./due-card.tsx";
import { isWaiting, nowTitle } from "./due-words.ts";
import classes from "./now.module.css";

/** What is due of a supervisor now, team by team, and what was given before. */
export function NowScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<string[]>([]);
  const [turning, turn] = useTransition();
  const cursor = cursors.at(-1);
  const { data } = useSuspenseQuery(trpc.assessments.due.queryOptions(cursor ? { cursor } : {}));
  const { data: readings } = useSuspenseQuery(trpc.results.myTeams.queryOptions());
  const readingOf = new Map(readings.map((reading) => [reading.team.unitId, reading]));
  const { wave, teams } = data;
  const first = teams.find(isWaiting);
  return (
    <>
      <PageHeader
        title={nowTitle(teams, wave !== null)}
        meta={wave ? `${wave.label} is open until HR closes it.` : null}
      />
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
      <div className={classes.cards}>
        {teams.map((team: DueTeam) => (
          <DueCard
            key={team.teamId}
            org={org}
            team={team}
            reading={readingOf.get(team.teamId)}
            isFirst={team === first}
          />
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
