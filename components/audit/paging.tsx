"use client";

import { useState } from "react";
import { ErrorState } from "#components/ui/error-state.tsx";
import { Pager } from "#components/ui/pager.tsx";

export type Paging = { cursor: string | null; next: (cursor: string) => void; previous: (() => void) | null };

/** The way back is kept here: a cursor only knows the way on. */
export function usePaging(): Paging {
  const [trail, setTrail] = useState<(string | null)[]>([null]);
  return {
    cursor: trail.at(-1) ?? null,
    next: (cursor) => setTrail([...trail, cursor]),
    previous: trail.length > 1 ? () => setTrail(trail.slice(0, -1)) : null,
  };
}

export function PagingControls({
  paging,
  nextCursor,
  busy,
  failed,
  onRetry,
}: {
  paging: Paging;
  nextCursor: string | null;
  busy: boolean;
  failed: boolean;
  onRetry: () => void;
}) {
  if (failed) return <ErrorState onRetry={onRetry} />;
  return (
    <Pager
      label="Entries"
      busy={busy}
      onPrevious={paging.previous}
      onNext={nextCursor ? () => paging.next(nextCursor) : null}
    />
  );
}
