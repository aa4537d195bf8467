"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTRPC } from "#components/api/trpc.tsx";
import classes from "./calls.module.css";
import { ledLine } from "./led-words.ts";

/** On a leader's first page: the team of the people who report to them, in one line. Nothing for whoever leads no unit. */
export function LedTeams({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  return home.permissions.includes("team:register") ? <Lines org={org} /> : null;
}

function Lines({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.calls.ledTeams.queryOptions());
  if (data.length === 0) return null;
  return (
    <ul className={classes.led} aria-label="The team you lead yourself">
      {data.map((led) => {
        const { words, link } = ledLine(led, data.length > 1);
        return (
          <li key={led.unitId}>
            <span>{words}</span> <Link href={`/o/${org}/${link.href}`}>{link.label}</Link>
          </li>
        );
      })}
    </ul>
  );
}
