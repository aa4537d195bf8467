"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState, useTransition } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { longDate } from "#components/ui/dates.ts";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { importsTitle, number, STATUS_WORDS } from "./import-words.ts";
import classes from "./imports.module.css";
import { UploadForm } from "./upload-form.tsx";

/** HR's way in for results of earlier waves: the files that came, and the next one. */
export function ImportsScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const [cursors, setCursors] = useState<string[]>([]);
  const [turning, turn] = useTransition();
  const cursor = cursors.at(-1);
  const { data } = useSuspenseQuery(trpc.imports.list.queryOptions(cursor ? { cursor } : {}));
  const isEmpty = data.imports.length === 0 && cursors.length === 0;
  return (
    <>
      <PageHeader
        title={cursors.length > 0 ? "Earlier imports" : importsTitle(data.imports)}
        meta="Answers that people gave elsewhere become a closed wave here, with the same protection as any other."
      />
      <UploadForm org={org} />
      {!isEmpty && (
        <section className={classes.section} aria-labelledby="files-title">
          <h2 id="files-title">Files so far</h2>
          <DataTable
            caption="Files so far"
            captionHidden
            columns={[
              {
                key: "file",
                header: "File",
                cell: (i) => <Link href={`/o/${org}/imports/${i.importId}`}>{i.fileName}</Link>,
              },
              { key: "wave", header: "Wave", cell: (i) => i.label ?? "–" },
              { key: "status", header: "Where it is", cell: (i) => STATUS_WORDS[i.status] },
              { key: "created", header: "Uploaded", cell: (i) => longDate(i.createdOn), wideOnly: true },
              {
                key: "people",
                header: "People",
                align: "end",
                cell: (i) => (i.respondents === null ? "–" : number(i.respondents)),
              },
            ]}
            rows={data.imports}
            rowKey={(i) => i.importId}
          />
          <Pager
            label="Imports"
            busy={turning}
            onPrevious={cursors.length > 0 ? () => turn(() => setCursors(cursors.slice(0, -1))) : null}
            onNext={data.nextCursor ? () => turn(() => setCursors([...cursors, data.nextCursor ?? ""])) : null}
          />
        </section>
      )}
    </>
  );
}
