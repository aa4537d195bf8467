"use client";

import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { ListCard } from "./list-card.tsx";
import { listsMeta, listsTitle } from "./list-words.ts";
import { TogetherProposals } from "./together-proposals.tsx";
import classes from "./members.module.css";

/** The lists that somebody keeps themselves: who has joined, who has left, and the yes before a wave opens. */
export function OwnListsScreen() {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { data: own } = useSuspenseQuery(trpc.members.own.queryOptions());
  const onSuccess = () => cache.invalidateQueries({ queryKey: trpc.members.pathKey() });
  const confirm = useMutation(trpc.members.confirm.mutationOptions({ onSuccess }));
  const reopen = useMutation(trpc.members.reopen.mutationOptions({ onSuccess }));
  const { lists } = own;
  return (
    <>
      <PageHeader title={listsTitle(own)} meta={listsMeta(own)} />
      {lists.length === 0 && (
        <EmptyState title="You keep no list">
          Whoever supervises a team keeps its list. Ask HR if you should be named.
        </EmptyState>
      )}
      {own.wave && !own.wave.confirming && <TogetherProposals own={own} wave={own.wave} />}
      {lists.map((list) => (
        <ListCard
          key={list.unitId}
          list={list}
          asked={own.wave?.confirming === true && list.inWave}
          busy={confirm.isPending || reopen.isPending}
          error={
            (confirm.variables?.unitId === list.unitId && confirm.error) ||
            (reopen.variables?.unitId === list.unitId && reopen.error) ||
            null
          }
          onConfirm={() => own.wave && confirm.mutate({ waveId: own.wave.waveId, unitId: list.unitId })}
          onReopen={() => own.wave && reopen.mutate({ waveId: own.wave.waveId, unitId: list.unitId })}
        />
      ))}
      <p className={classes.quiet}>
        People on your list are asked in each wave. A name is all it takes; who has no address gets a printed card. You
        are asked in the team of your own manager, never in the one you run.
      </p>
    </>
  );
}
