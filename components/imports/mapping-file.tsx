"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { FileDrop } from "#components/ui/file-drop.tsx";
import classes from "./imports.module.css";

const LARGEST = 100_000;

/** A small table that names the columns, for those who import every year. */
export function MappingFile({ importId, onRead }: { importId: string; onRead: (statements: string[]) => void }) {
  const trpc = useTRPC();
  const read = useMutation(trpc.imports.readMapping.mutationOptions());
  const [said, setSaid] = useState<string[] | null>(null);

  async function take(file: File | null) {
    setSaid(null);
    if (!file) return;
    const text = await file.text();
    read.mutate(
      { importId, text },
      {
        onError: (error) => setSaid([readError(error).message]),
        onSuccess: ({ statements, problems }) => {
          const found = statements.filter((c) => c !== null).length;
          if (found > 0) onRead(statements.map((c) => (c === null ? "" : String(c))));
          setSaid([
            found === 12
              ? "All twelve columns are filled in below."
              : `${found} of twelve columns are filled in below.`,
            ...problems,
          ]);
        },
      },
    );
  }

  return (
    <>
      <FileDrop
        id="mapping"
        label="Fill in from a mapping file (optional)"
        hint="A CSV with the columns statement and column, for example D1,Q12."
        accept=".csv,text/csv,.txt"
        maxBytes={LARGEST}
        onFile={take}
      />
      {said && (
        <div aria-live="polite">
          <Banner tone={said.length > 1 ? "problem" : "notice"}>
            {said.slice(0, 5).map((line) => (
              <p key={line}>{line}</p>
            ))}
            {said.length > 5 && <p className={classes.quiet}>And {said.length - 5} more.</p>}
          </Banner>
        </div>
      )}
    </>
  );
}
