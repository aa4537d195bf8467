"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { PLAYBOOK_WORDS } from "#content/playbooks.ts";
import { PLAYBOOKS, type PlaybookName } from "#contracts/plans.ts";
import { useTRPC, useTRPCClient } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { longDate } from "#components/ui/dates.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TeamSelect } from "#components/ui/team-select.tsx";
import { PlaybookCard } from "./playbook-card.tsx";
import classes from "./plans.module.css";
import own from "./practices.module.css";
import { useChange } from "./use-change.ts";

/** The two playbooks of one team: what is under way, what can be begun, what has ended. */
export function PlaybooksScreen({ org, teamId }: { org: string; teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.plans.playbooks.queryOptions(teamId ? { teamId } : {}));
  if (!data.team) return <PageHeader title="You have no team yet" />;
  const { team, running, ended } = data;
  const idle = PLAYBOOKS.filter((name) => !running.some(({ state }) => state.name === name));
  return (
    <div className={classes.page}>
      <TeamSelect teams={data.teams} value={team.id} />
      <PageHeader
        path={[{ label: "Plan", href: `/o/${org}/plan?team=${team.id}` }]}
        title={
          running.length > 0
            ? `${PLAYBOOK_WORDS[running[0]?.state.name ?? "case_backlog"].title}: under way`
            : "No playbook under way"
        }
        meta={`${team.name}. Step by step, and no step before its turn.`}
      />
      <div className={classes.cards}>
        {running.map((run) => (
          <PlaybookCard key={run.runId} run={run} lastWeekOf={data.lastWeekOf} />
        ))}
        {idle.map((name) => (
          <Idle key={name} name={name} teamId={team.id} />
        ))}
      </div>
      {ended.length > 0 && (
        <section className={classes.section}>
          <h2>Ended</h2>
          {ended.map(({ runId, state }) => (
            <dl key={runId} className={own.looked}>
              <dt>
                {PLAYBOOK_WORDS[state.name].title}, {longDate(state.ended?.on ?? "")}
              </dt>
              <dd>Kept: {state.ended?.looked.kept}</dd>
              <dd>Changed: {state.ended?.looked.changed}</dd>
              <dd>Stopped: {state.ended?.looked.stopped}</dd>
            </dl>
          ))}
        </section>
      )}
    </div>
  );
}

function Idle({ name, teamId }: { name: PlaybookName; teamId: string }) {
  const client = useTRPCClient();
  const change = useChange(client.plans.startPlaybook.mutate, () => undefined);
  const { title, when, gate } = PLAYBOOK_WORDS[name];
  return (
    <section className={classes.card} aria-labelledby={`idle-${name}`}>
      <h2 id={`idle-${name}`}>{title}</h2>
      <p>{when}</p>
      <p className={classes.soft}>{gate}</p>
      {change.errors.form && <Banner tone="problem">{change.errors.form}</Banner>}
      <div>
        <Button variant="default" loading={change.busy} onClick={() => change.run({ teamId, playbook: name })}>
          Start this playbook
        </Button>
      </div>
    </section>
  );
}
