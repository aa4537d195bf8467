"use client";

import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { HOW_MANY_WORDS, WORTH_CHECKING } from "#content/worth-checking.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import classes from "./plans.module.css";

/** What may concern supervisors below a unit, in words only, for ten supervisors or more. */
export function ConcernsBelow({ unitId }: { unitId: string }) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const allowed = home.permissions.includes("call:read");
  const { data } = useQuery(trpc.plans.concerns.queryOptions({ unitId }, { enabled: allowed }));
  const told = data?.filter(({ howMany }) => howMany !== "few") ?? [];
  if (told.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>Worth asking about</h2>
      <dl className={classes.steps}>
        {told.map(({ detector, howMany }) => (
          <div key={detector}>
            <dt>
              <strong>{WORTH_CHECKING[detector].title}</strong>
            </dt>
            <dd>{HOW_MANY_WORDS[howMany]} may meet this. Ask in a group, not one by one.</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
