"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import {
  AssessmentConflict,
  type AssessmentForm,
  type AssessmentPart,
  type AssessmentValues,
  type ClosedParts,
  NoteConflict,
  type SavedAssessment,
} from "#contracts/assessments.ts";
import { readError } from "#components/api/errors.ts";
import { useTRPC, useTRPCClient } from "#components/api/trpc.tsx";
import { createAutosave, type Outcome } from "./autosave.ts";
import { sameValues } from "./differences.ts";
import { keepForReload, takeAfterReload } from "./reload-gap.ts";
import { useAutosave } from "./use-autosave.ts";

const OUTLIVES_THE_PAGE = { context: { keepalive: true } };

/** Anything that a retry may mend is broken; what it cannot mend stops the saving with the text kept. */
function toOutcome<R, C>(error: unknown, readConflict: (detail: unknown) => C | null): Outcome<R, C> {
  const { kind, message, fields, detail } = readError(error);
  const conflict = kind === "conflict" ? readConflict(detail) : null;
  if (conflict) return { kind: "conflict", conflict };
  if (kind === "invalid") return { kind: "invalid", message, fields };
  if (kind === "refused" || kind === "not_found" || kind === "forbidden") return { kind: "refused", message };
  if (kind === "signed_out") {
    return { kind: "broken", message: "You are signed out. Sign in again in another tab; what you typed stays here." };
  }
  return { kind: "broken", message: "Not saved yet. What you typed is still here." };
}

/** The assessment's own values: saving, closing parts, and what another editor changed. */
export function useAssessment(form: AssessmentForm, waveId: string, onRestored: (values: AssessmentValues) => void) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const teamId = form.team.id;
  const gap = `assessment ${waveId} ${teamId}`;
  const [parts, setParts] = useState<ClosedParts>(form.parts);

  // What is cached must not bring an older revision back when somebody returns to this page.
  function remember(values: AssessmentValues, saved: SavedAssessment) {
    setParts(saved.parts);
    cache.setQueryData(trpc.assessments.open.queryKey({ teamId }), (old) =>
      old ? { ...old, values, revision: saved.revision, parts: saved.parts } : old,
    );
    void cache.invalidateQueries({ queryKey: trpc.assessments.due.queryKey(), refetchType: "none" });
  }
  async function outcomeOf(
    values: AssessmentValues,
    save: () => Promise<SavedAssessment>,
  ): Promise<Outcome<number, AssessmentConflict>> {
    try {
      const saved = await save();
      remember(values, saved);
      return { kind: "saved", revision: saved.revision };
    } catch (error) {
      return toOutcome(error, (detail) => AssessmentConflict.safeParse(detail).data ?? null);
    }
  }

  const [autosave, state] = useAutosave(() =>
    createAutosave<AssessmentValues, number, AssessmentConflict>({
      value: form.values,
      revision: form.revision,
      same: sameValues,
      following: (revision) => revision + 1,
      onLeave: (values, basedOn) => keepForReload(gap, values, basedOn),
      send: (values, basedOn) =>
        outcomeOf(values, () => client.assessments.save.mutate({ waveId, teamId, basedOn, values }, OUTLIVES_THE_PAGE)),
    }),
  );
  const restored = useEffectEvent(() => {
    const values = takeAfterReload(gap, form.revision);
    if (!values) return;
    onRestored(values);
    autosave.set(values);
  });
  useEffect(() => restored(), []);
  const closePart = (part: AssessmentPart) =>
    autosave.run((values, basedOn) =>
      outcomeOf(values, () => client.assessments.closePart.mutate({ waveId, teamId, basedOn, values, part })),
    );
  return { autosave, state, parts, closePart };
}

/** The private note, saved apart from everything else. */
export function useNote(form: AssessmentForm, waveId: string) {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  const teamId = form.team.id;
  const [autosave, state] = useAutosave(() =>
    createAutosave<string, string | null, NoteConflict>({
      value: form.note.text,
      revision: form.note.savedAt,
      same: (a, b) => a === b,
      following: (savedAt) => savedAt,
      send: async (note, basedOn) => {
        try {
          const { savedAt } = await client.assessments.saveNote.mutate(
            { waveId, teamId, basedOn, note },
            OUTLIVES_THE_PAGE,
          );
          cache.setQueryData(trpc.assessments.open.queryKey({ teamId }), (old) =>
            old ? { ...old, note: { text: note, savedAt } } : old,
          );
          return { kind: "saved", revision: savedAt };
        } catch (error) {
          return toOutcome(error, (detail) => NoteConflict.safeParse(detail).data ?? null);
        }
      },
    }),
  );
  return { autosave, state };
}
