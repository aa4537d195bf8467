"use client";

import { Button, Checkbox } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import type { OwnLists } from "#contracts/members.ts";
import classes from "./members.module.css";

type Wave = NonNullable<OwnLists["wave"]>;

/** Proposals to report together in the planned wave, and making one. */
export function TogetherProposals({ own, wave }: { own: OwnLists; wave: Wave }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const onSuccess = () => cache.invalidateQueries({ queryKey: trpc.members.pathKey() });
  const agree = useMutation(trpc.members.agree.mutationOptions({ onSuccess }));
  const mine = new Set(own.lists.map((list) => list.unitId));
  const grouped = new Set(own.together.flatMap((g) => g.teams.map((t) => t.unitId)));
  const free = own.lists.filter((list) => list.isTeam && list.siblings.length > 0 && !grouped.has(list.unitId));
  if (own.together.length === 0 && free.length === 0) return null;
  return (
    <section className={classes.card} aria-labelledby="together">
      <h2 id="together">Report together</h2>
      <p className="prose">
        A team that is too small sees no result of its own. Teams of one unit may report together in {wave.label}: they
        then see one result for all of them, if each supervisor agrees.
      </p>
      {own.together.map((group) => (
        <div key={group.groupId} className={classes.yes}>
          <p>
            {group.teams.map((t) => t.name).join(", ")}:{" "}
            {group.settled
              ? "they report together."
              : `still to agree: ${group.teams
                  .filter((t) => !t.agreed)
                  .map((t) => t.name)
                  .join(", ")}.`}
          </p>
          {group.teams.some((t) => !t.agreed && mine.has(t.unitId)) && (
            <Button
              variant="default"
              loading={agree.isPending}
              onClick={() => agree.mutate({ waveId: wave.waveId, groupId: group.groupId })}
            >
              Agree
            </Button>
          )}
        </div>
      ))}
      {agree.error && <p role="alert">{readError(agree.error).message}</p>}
      {free.map((list) => (
        <Propose key={list.unitId} list={list} waveId={wave.waveId} onDone={onSuccess} />
      ))}
    </section>
  );
}

function Propose({
  list,
  waveId,
  onDone,
}: {
  list: OwnLists["lists"][number];
  waveId: string;
  onDone: () => Promise<unknown>;
}) {
  const trpc = useTRPC();
  const propose = useMutation(trpc.members.propose.mutationOptions({ onSuccess: onDone }));
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <details>
      <summary className={classes.summary}>Propose it for {list.name}</summary>
      <fieldset className={classes.siblings}>
        <legend>Together with</legend>
        {list.siblings.map((team) => (
          <Checkbox
            key={team.unitId}
            label={team.name}
            checked={chosen.includes(team.unitId)}
            onChange={(e) =>
              setChosen(e.currentTarget.checked ? [...chosen, team.unitId] : chosen.filter((id) => id !== team.unitId))
            }
          />
        ))}
      </fieldset>
      {propose.error && <p role="alert">{readError(propose.error).message}</p>}
      <Button
        variant="default"
        disabled={chosen.length === 0}
        loading={propose.isPending}
        onClick={() => propose.mutate({ waveId, name: `${list.name} and others`, teamIds: [list.unitId, ...chosen] })}
      >
        Propose
      </Button>
    </details>
  );
}
