"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Confirm } from "#components/ui/confirm.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import type { PulseDetail } from "#contracts/wave-views.ts";
import { BAND_WORDS, mailWords } from "./pulse-words.ts";
import classes from "./waves.module.css";

/** While it is open: coarse participation, reminders to everybody, cards for whoever has no address. */
export function PulseOpen({ org, pulse }: { org: string; pulse: PulseDetail }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remind = useMutation(
    trpc.waves.remind.mutationOptions({
      onSettled: () => {
        setAsking(false);
        return cache.invalidateQueries({ queryKey: trpc.waves.pathKey() });
      },
    }),
  );
  const [first] = pulse.participation;
  const without = pulse.invitedWithoutAddress ?? 0;
  return (
    <>
      <section className={classes.section}>
        <h2>How many have answered</h2>
        {first ? (
          <>
            <p className={classes.quiet}>
              As of {longDate(first.onDay)}: once a day, in four bands, and only for units of twenty people or more.
            </p>
            <div className={classes.bands}>
              <DataTable
                caption="Answered so far"
                captionHidden
                rows={pulse.participation}
                rowKey={(row) => row.name}
                columns={[
                  { key: "name", header: "Unit", cell: (row) => row.name },
                  { key: "band", header: "Answered", cell: (row) => BAND_WORDS[row.band] },
                ]}
              />
            </div>
          </>
        ) : (
          <p className="prose">
            Nothing to say yet. Once a day, in four bands, for units of twenty people or more: nothing finer exists
            while a wave is open.
          </p>
        )}
      </section>
      <section className={classes.section}>
        <h2>Reminding</h2>
        <p className="prose">
          A reminder goes to everyone, because nobody knows who has answered. Two go by themselves: halfway, and two
          days before the end. {pulse.remindedOn && `The last one went out on ${longDate(pulse.remindedOn)}. `}
          {mailWords(pulse)} <Link href={`/o/${org}/outbox`}>See the mails</Link>
        </p>
        {remind.error && <p role="alert">{readError(remind.error).message}</p>}
        {remind.data && (
          <p role="status">
            {remind.data.people > 0
              ? `The reminder goes to ${remind.data.people} people.`
              : "A reminder has gone out within the last twelve hours, so none was sent."}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={() => setAsking(true)}>
            Remind everybody
          </Button>
        </div>
      </section>
      {without > 0 && (
        <section className={classes.section}>
          <h2>People without an address</h2>
          <p className="prose">
            {without === 1 ? "One person has" : `${without} people have`} no e-mail address. Print their cards and let
            somebody whom the team trusts hand them out: each card works once, and none has a name.
          </p>
          <p>
            <Link href={`/o/${org}/waves/${pulse.id}/cards`}>Cards to print</Link>
          </p>
        </section>
      )}
      <Confirm
        opened={asking}
        title="Remind everybody?"
        confirm="Remind everybody"
        busy={remind.isPending}
        onConfirm={() => remind.mutate({ waveId: pulse.id })}
        onClose={() => setAsking(false)}
      >
        “We send this to everyone because we do not know who has answered. If you have, thank you: nothing more to do.”
      </Confirm>
    </>
  );
}
