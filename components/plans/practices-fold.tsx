"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import classes from "./plans.module.css";
import own from "./practices.module.css";
import { PurposeForm } from "./purpose-form.tsx";
import { RhythmForm } from "./rhythm-form.tsx";

/** Purpose, rhythm and waiting on others of a team, folded under what is due now. */
export function PracticesFold({ org, teamId }: { org: string; teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.plans.practices.queryOptions(teamId ? { teamId } : {}));
  if (!data.team) return null;
  const { team, purpose, rhythms, waiting, decisions } = data;
  const open = waiting.filter(({ closedOn }) => closedOn === null);
  const mine = decisions.filter(({ closedOn }) => closedOn === null).length;
  return (
    <details className={own.fold}>
      <summary>{foldTitle(purpose !== null, rhythms.filter(({ late }) => late).length, open.length, mine)}</summary>
      <section>
        <h3>Purpose</h3>
        {purpose ? (
          <>
            <p className={own.sentence}>{purpose.sentence}</p>
            <p className="note">
              {purpose.by}, {longDate(purpose.on)}.{purpose.priority ? ` For the priority “${purpose.priority}”.` : ""}
            </p>
          </>
        ) : (
          <p className={classes.soft}>
            Not written yet: one sentence that says who is better off because of your work.
          </p>
        )}
        <PurposeForm key={`${team.id} ${purpose?.on} ${purpose?.sentence}`} page={data} teamId={team.id} />
      </section>
      <section>
        <h3>Rhythm</h3>
        {rhythms.map((rhythm) => (
          <RhythmForm
            key={`${team.id} ${rhythm.kind} ${rhythm.lastHeldOn}`}
            teamId={team.id}
            today={data.today}
            rhythm={rhythm}
          />
        ))}
      </section>
      <section>
        <h3>Waiting on others</h3>
        <p className={classes.soft}>
          {open.length === 0
            ? "Nothing on the list."
            : `${open.length} on the list, ${open[0]?.who} the longest without a word.`}{" "}
          {mine > 0 && (mine === 1 ? "One decision waits for you. " : `${mine} decisions wait for you. `)}
          <Link href={`/o/${org}/waiting-on?team=${team.id}`}>See the list</Link>
        </p>
      </section>
    </details>
  );
}

function foldTitle(hasPurpose: boolean, late: number, waiting: number, decisions: number): string {
  const facts = [
    hasPurpose ? null : "no purpose yet",
    late === 0 ? null : `${late} past their rhythm`,
    waiting === 0 ? null : `waiting on ${waiting}`,
    decisions === 0 ? null : `${decisions} ${decisions === 1 ? "decision" : "decisions"} for you`,
  ].filter((fact) => fact !== null);
  return `Purpose, rhythm, waiting on others${facts.length > 0 ? `: ${facts.join(", ")}` : ""}`;
}
