"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { SaveStatus } from "#components/ui/save-state.tsx";
import { clockTime } from "#components/ui/dates.ts";
import type { Autosave, AutosaveState } from "./autosave.ts";

/** Holds one autosave for as long as the screen stands, and saves when it goes: hidden, left or another page. */
export function useAutosave<V, R, C>(create: () => Autosave<V, R, C>): [Autosave<V, R, C>, AutosaveState<C>] {
  const [autosave] = useState(create);
  const state = useSyncExternalStore(autosave.subscribe, autosave.getState, autosave.getState);
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === "hidden") void autosave.flush();
    };
    const online = () => void autosave.flush();
    const asks = (event: BeforeUnloadEvent) => {
      // Only where leaving would really lose something: the server could not be reached.
      if (autosave.isDirty() && autosave.getState().kind === "broken") event.preventDefault();
    };
    document.addEventListener("visibilitychange", hidden);
    window.addEventListener("online", online);
    window.addEventListener("pagehide", autosave.leave);
    window.addEventListener("beforeunload", asks);
    return () => {
      document.removeEventListener("visibilitychange", hidden);
      window.removeEventListener("online", online);
      window.removeEventListener("pagehide", autosave.leave);
      window.removeEventListener("beforeunload", asks);
      autosave.leave();
    };
  }, [autosave]);
  return [autosave, state];
}

/** What stands at the button. */
export function toSaveStatus<C>(state: AutosaveState<C>): SaveStatus {
  switch (state.kind) {
    case "saved":
      return { state: "saved", at: clockTime(state.at) };
    case "saving":
    case "clean":
      return { state: state.kind };
    case "conflict":
      return { state: "failed", message: "Not saved yet: somebody else changed this." };
    case "broken":
      return { state: "failed", message: `${state.message} We keep trying.` };
    case "invalid":
      return { state: "failed", message: "Not saved yet: check what is marked." };
    case "refused":
      return { state: "failed", message: "Not saved: the wave is closed." };
  }
}
