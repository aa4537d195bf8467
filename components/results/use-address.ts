"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useMemo } from "react";
import { readAddress, type ResultsAddress, writeAddress } from "./address.ts";

/**
 * The page's address and how to change it. A change needs no visit to the server: the components ask for what they miss.
 * Places one would go back to (tab, wave, view) make a step of the history, settings do not.
 */
export function useAddress(): [ResultsAddress, (change: Partial<ResultsAddress>, step?: boolean) => void] {
  const params = useSearchParams();
  const address = useMemo(() => readAddress(Object.fromEntries(params)), [params]);
  const go = useCallback((change: Partial<ResultsAddress>, step = false) => {
    const now = readAddress(Object.fromEntries(new URLSearchParams(window.location.search)));
    const to = window.location.pathname + writeAddress({ ...now, ...change });
    if (to === window.location.pathname + window.location.search) return;
    window.history[step ? "pushState" : "replaceState"](null, "", to);
  }, []);
  return [address, go];
}
