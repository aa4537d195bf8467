"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { DecidedTeams } from "./decided-teams.tsx";
import { OwnTeams } from "./own-team-form.tsx";
import { RegisterForm } from "./register-form.tsx";
import classes from "./register.module.css";
import { WaitingTeam } from "./waiting-team.tsx";

/** A leader registers teams and sees what became of them; HR says yes or no. */
export function TeamsScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: waiting } = useSuspenseQuery(trpc.register.registrations.queryOptions({ waiting: true, limit: 100 }));
  const [key, setKey] = useState(0);
  const mine = waiting.registrations.filter((r) => r.mine).length;
  const changed = () => queryClient.invalidateQueries({ queryKey: trpc.register.pathKey() });
  return (
    <>
      <PageHeader
        title={finding(waiting.total, mine)}
        meta={
          <>
            Teams of your part of the organisation. <Link href={`/o/${org}/structure`}>See them in their units</Link>
          </>
        }
      />
      {waiting.registrations.length > 0 && (
        <section>
          <h2 className={classes.gap}>{mine > 0 ? "Waiting for you" : "Waiting for HR"}</h2>
          <ul className={classes.cards}>
            {waiting.registrations.map((team) => (
              <WaitingTeam key={team.id} team={team} onDecided={changed} />
            ))}
          </ul>
          {waiting.total > waiting.registrations.length && (
            <p className={classes.soft}>The newest {waiting.registrations.length} are shown.</p>
          )}
        </section>
      )}
      <section className={waiting.registrations.length > 0 ? classes.section : undefined}>
        <h2 className={classes.gap}>Register a team</h2>
        <RegisterForm key={key} quiet={mine > 0} onRegistered={changed} onAnother={() => setKey((n) => n + 1)} />
      </section>
      <OwnTeams org={org} />
      <DecidedTeams />
    </>
  );
}

function finding(total: number, mine: number): string {
  if (mine > 0) return mine === 1 ? "One team waits for your yes" : `${mine} teams wait for your yes`;
  if (total === 0) return "No team waits for an answer";
  return total === 1 ? "One team waits for HR’s yes" : `${total} teams wait for HR’s yes`;
}
