"use client";

import { Button, TextInput } from "@mantine/core";
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useDeferredValue, useMemo, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { Tree } from "#contracts/register-views.ts";
import classes from "./register.module.css";
import { indexTree, matching, PAGE_OF_CHILDREN, structureFinding, visibleRows } from "./tree.ts";
import { TreeTable } from "./tree-table.tsx";

/** Up to here the first two levels stand open at once. */
const SMALL = 60;

/** The tree of the reader's part: HR changes it, everybody else reads it. */
export function StructureScreen({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data: tree } = useSuspenseQuery(trpc.register.tree.queryOptions());
  const [words, setWords] = useState("");
  const searched = useDeferredValue(words);
  const index = useMemo(() => indexTree(tree.units), [tree.units]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => firstOpen(tree));
  const [shown, setShown] = useState<ReadonlyMap<string, number>>(new Map());
  const only = useMemo(() => matching(index, searched), [index, searched]);
  const rows = useMemo(() => visibleRows(index, { open, only, shown }), [index, open, only, shown]);
  const manages = tree.units.some((u) => u.manageable);
  const toggle = (id: string) =>
    setOpen((before) => (before.has(id) ? new Set([...before].filter((o) => o !== id)) : new Set([...before, id])));
  const more = (id: string) =>
    setShown((before) => new Map(before).set(id, (before.get(id) ?? PAGE_OF_CHILDREN) + PAGE_OF_CHILDREN));

  return (
    <>
      <PageHeader
        title={structureFinding(tree.units)}
        meta={
          <>
            {tree.everywhere ? "The whole organisation." : partWords(tree)}
            {manages && (
              <>
                {" "}
                <Link href={`/o/${org}/register`}>Register a team</Link>
              </>
            )}
          </>
        }
        action={manages && <LinkButton href={`/o/${org}/structure/new`}>Add a unit or team</LinkButton>}
      />
      {manages && <WaitingTeams org={org} />}
      <div className={classes.tools}>
        <TextInput
          className={classes.search ?? ""}
          type="search"
          label="Find by name, code or supervisor"
          value={words}
          onChange={(e) => setWords(e.currentTarget.value)}
        />
        {manages && (
          <LinkButton variant="default" href={`/o/${org}/structure/import`}>
            Change many with a file
          </LinkButton>
        )}
        {manages && <DownloadButton />}
      </div>
      {rows.length === 0 ? (
        <EmptyState title="Nothing matches">
          Look for a part of the name, the code, or the supervisor’s name.
        </EmptyState>
      ) : (
        <TreeTable org={org} rows={rows} searching={only !== null} onToggle={toggle} onMore={more} />
      )}
    </>
  );
}

function firstOpen(tree: Tree): Set<string> {
  const tops = tree.units.filter((u) => u.parentId === null).map((u) => u.id);
  if (tree.units.length > SMALL) return new Set(tops);
  return new Set(tree.units.filter((u) => u.kind !== "team").map((u) => u.id));
}

const partWords = (tree: Tree): string => {
  const paths = tree.above.map((a) => a.names.join(" / ")).filter((words, at, all) => all.indexOf(words) === at);
  return paths.length === 1 ? `Your part, below ${paths[0]}.` : "Your parts of the organisation.";
};

/** Requests that only HR can answer; nothing is drawn without any. */
function WaitingTeams({ org }: { org: string }) {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.register.registrations.queryOptions({ waiting: true, limit: 1 }));
  if (!data || data.total === 0) return null;
  return (
    <div className={classes.gap}>
      <Banner action={<Link href={`/o/${org}/register`}>Answer</Link>}>
        {data.total === 1 ? "One team waits for your yes." : `${data.total} teams wait for your yes.`}
      </Banner>
    </div>
  );
}

/** The structure in the columns that the file import reads. */
function DownloadButton() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  async function download() {
    setState("busy");
    try {
      const file = await queryClient.fetchQuery({ ...trpc.register.structureFile.queryOptions(), staleTime: 0 });
      const address = URL.createObjectURL(new Blob([`\uFEFF${file.text}`], { type: "text/csv;charset=utf-8" }));
      const link = document.createElement("a");
      link.href = address;
      link.download = file.fileName;
      link.click();
      URL.revokeObjectURL(address);
      setState("idle");
    } catch {
      setState("failed");
    }
  }
  return (
    <>
      <Button variant="default" loading={state === "busy"} onClick={() => void download()}>
        Download as CSV
      </Button>
      {state === "failed" && <Banner tone="problem">The file could not be made. Try again.</Banner>}
    </>
  );
}
