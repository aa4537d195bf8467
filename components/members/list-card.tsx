"use client";

import { Button } from "@mantine/core";
import { readError } from "#components/api/errors.ts";
import { Banner } from "#components/ui/banner.tsx";
import type { OwnLists } from "#contracts/members.ts";
import { MemberTable } from "./member-table.tsx";
import classes from "./members.module.css";

/** One list: who stands on it, joiners and leavers, and the yes that a wave waits for. */
export function ListCard({
  list,
  asked,
  busy,
  error,
  onConfirm,
  onReopen,
}: {
  list: OwnLists["lists"][number];
  /** A wave waits for this list to be confirmed. */
  asked: boolean;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onReopen: () => void;
}) {
  const people = list.members.length === 1 ? "1 person" : `${list.members.length} people`;
  return (
    <section className={classes.card} aria-labelledby={`list-${list.unitId}`}>
      <h2 id={`list-${list.unitId}`}>
        {list.isTeam ? list.name : `Directly in ${list.name}`}: {people}
      </h2>
      {error !== null && (
        <div className={classes.gap}>
          <Banner tone="problem">{readError(error).message}</Banner>
        </div>
      )}
      <MemberTable unitId={list.unitId} members={list.members} />
      {asked && (
        <div className={classes.yes}>
          {list.confirmedBy ? (
            <>
              <p role="status">Confirmed by {list.confirmedBy}. If the list changes, it has to be confirmed again.</p>
              <Button variant="default" loading={busy} onClick={onReopen}>
                Take the confirmation back
              </Button>
            </>
          ) : (
            <Button loading={busy} onClick={onConfirm} aria-label={`This list is right: ${list.name}`}>
              This list is right
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
