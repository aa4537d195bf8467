"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import classes from "./plans.module.css";
import own from "./practices.module.css";
import { SIDE_WORDS } from "./words.ts";

/** The open actions of a team on Now. */
export function PlanNow({ org, teamId }: { org: string; teamId: string | undefined }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.plans.page.queryOptions(teamId ? { teamId } : {}));
  if (!data.team) return null;
  const { open } = data.plan;
  return (
    <section className={classes.section}>
      <h2>Plan</h2>
      {open.length === 0 ? (
        <p className={classes.soft}>Pick one thing. Three is the limit.</p>
      ) : (
        <ul className={own.now}>
          {open.map((action) => (
            <li key={action.id}>
              <span className={own.nowResult}>{action.result}</span>
              <span className={classes.soft}>
                {SIDE_WORDS[action.side]}. {action.owner.name}, by {longDate(action.dueOn)}
                {action.daysOver > 0
                  ? `, ${action.daysOver} ${action.daysOver === 1 ? "day" : "days"} past its day`
                  : ""}
                .
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={classes.links}>
        <Link href={`/o/${org}/plan?team=${data.team.id}`}>See the plan</Link>
      </p>
    </section>
  );
}
