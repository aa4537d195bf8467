import { useSyncExternalStore } from "react";

const PHONE = "screen and (max-width: 47.99em)";

function subscribe(change: () => void): () => void {
  const query = window.matchMedia(PHONE);
  query.addEventListener("change", change);
  return () => query.removeEventListener("change", change);
}

/**
 * Whether the page is on a phone; null while nobody knows, which is on the server and until React has taken over: a form that
 * differs is then sent in both shapes and chosen by style (`phone-only`, `not-phone`).
 */
export function usePhone(): boolean | null {
  return useSyncExternalStore(
    subscribe,
    (): boolean | null => window.matchMedia(PHONE).matches,
    () => null,
  );
}
