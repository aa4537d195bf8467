"use client";

import { NativeSelect } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { usePathname, useRouter } from "next/navigation";
import { useId, useState, useTransition } from "react";
import type { NotesPage } from "#contracts/notes.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { NoteItem } from "./note-item.tsx";
import classes from "./notes.module.css";

type At = { waveId: string | undefined; unitId: string | undefined };

/** What people wrote, at the one unit where it is shown. */
export function NotesScreen({ waveId, unitId }: At) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<string[]>([]);
  const [turning, turn] = useTransition();
  const cursor = cursors.at(-1);
  const { data } = useSuspenseQuery(
    trpc.notes.list.queryOptions({
      ...(waveId ? { waveId } : {}),
      ...(unitId ? { unitId } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  const { place, wave, notes } = data;
  if (!wave || !place) return <NothingShown data={data} />;
  return (
    <>
      <PageHeader
        title={`${place.notes} notes from ${place.name}`}
        meta={`${wave.label}. In no order, without dates. Each note stands in one place only.`}
      />
      <WaveChoice data={data} />
      <ul className={classes.list}>
        {notes.map((note) => (
          <NoteItem key={note.noteId} note={note} mayRedact={data.mayRedact} />
        ))}
      </ul>
      <Pager
        label="Notes"
        busy={turning}
        onPrevious={cursors.length > 0 ? () => turn(() => setCursors(cursors.slice(0, -1))) : null}
        onNext={data.nextCursor ? () => turn(() => setCursors([...cursors, data.nextCursor ?? ""])) : null}
      />
      <p className={classes.foot}>
        <span className={classes.soft}>
          Please do not try to find out who wrote what. Results and notes are never used for appraisal, discipline, pay
          or redundancy.
        </span>
      </p>
    </>
  );
}

/** Says whether it is the wave or this reader's part of it, and never how many wrote. */
function NothingShown({ data }: { data: NotesPage }) {
  const trpc = useTRPC();
  const { data: home } = useSuspenseQuery(trpc.organisations.home.queryOptions());
  const { wave, waves, lockedBy, k2 } = data;
  const nowhere = wave !== null && !waves.some((w) => w.waveId === wave.waveId);
  const [title, because, words] = lockedBy
    ? [
        "No notes are shown here",
        "Your own view comes first",
        `${lockedBy} is open. Notes of your team open again once you have answered the twelve statements.`,
      ]
    : [
        nowhere
          ? `No notes of ${wave.label} are shown`
          : wave
            ? "No notes are shown in your part"
            : "No notes are shown yet",
        nowhere
          ? `In no group did ${k2} or more people write one`
          : `Notes are shown where ${k2} or more people wrote one`,
        "Where fewer write, their notes stand with those of a larger group. Where that is too small as well, they are deleted unread.",
      ];
  return (
    <>
      <PageHeader title={title} {...(wave && !nowhere ? { meta: wave.label } : {})} />
      <WaveChoice data={data} />
      <EmptyState
        title={because}
        action={
          !wave &&
          home.permissions.includes("wave:run") && <LinkButton href={`/o/${home.slug}/waves`}>See the waves</LinkButton>
        }
      >
        <p>{words}</p>
      </EmptyState>
    </>
  );
}

function WaveChoice({ data }: { data: NotesPage }) {
  const path = usePathname();
  const router = useRouter();
  const [waveField, unitField] = [useId(), useId()];
  const { waves, wave, places, place } = data;
  // A wave without notes is reached by a link only: it stands in the list while it is the one on the page.
  const options = wave && !waves.some((w) => w.waveId === wave.waveId) ? [wave, ...waves] : waves;
  const go = (query: Record<string, string>) => router.push(`${path}?${new URLSearchParams(query)}`, { scroll: false });
  return (
    <div className={`${classes.tools} no-print`}>
      {wave && options.length > 1 && (
        <div>
          <label htmlFor={waveField}>Wave</label>
          <NativeSelect
            id={waveField}
            size="sm"
            value={wave.waveId}
            onChange={(event) => go({ wave: event.currentTarget.value })}
            data={options.map((w) => ({ value: w.waveId, label: w.label }))}
          />
        </div>
      )}
      {wave && place && places.length > 1 && (
        <div>
          <label htmlFor={unitField}>Unit</label>
          <NativeSelect
            id={unitField}
            size="sm"
            value={place.unitId}
            onChange={(event) => go({ wave: wave.waveId, unit: event.currentTarget.value })}
            data={places.map((p) => ({ value: p.unitId, label: `${p.name} (${p.notes})` }))}
          />
        </div>
      )}
    </div>
  );
}
