"use client";

import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Fragment, useMemo, useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { TreeUnit, UnitView } from "#contracts/register-views.ts";
import { UNIT_KIND_LABELS, WORKING_PATTERN_LABELS } from "#contracts/register.ts";
import classes from "./register.module.css";
import { indexTree } from "./tree.ts";
import { TeamForm } from "./team-form.tsx";
import { UnitActions } from "./unit-actions.tsx";

/** One unit: where it stands, who supervises, and what HR can change about it. */
export function UnitScreen({ org, unitId }: { org: string; unitId: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: unit } = useSuspenseQuery(trpc.register.unit.queryOptions({ unitId }));
  const { data: tree } = useSuspenseQuery(trpc.register.tree.queryOptions());
  const [done, setDone] = useState<string | null>(null);
  const node = tree.units.find((u) => u.id === unitId);
  const children = useMemo(() => indexTree(tree.units).children.get(unitId) ?? [], [tree.units, unitId]);
  const live = unit.status === "live";

  async function changed(words: string) {
    setDone(words);
    await queryClient.invalidateQueries({ queryKey: trpc.register.pathKey() });
  }

  return (
    <>
      <PageHeader
        path={[{ label: "Structure", href: `/o/${org}/structure` }]}
        title={unit.name}
        meta={unit.above.length > 0 ? `Below ${unit.above.join(" / ")}.` : "The organisation itself."}
        action={
          live && node?.manageable && unit.kind !== "team" ? (
            <LinkButton href={`/o/${org}/structure/new?under=${unitId}`}>Add a unit or team below</LinkButton>
          ) : null
        }
      />
      {done && (
        <div className={classes.gap} role="status">
          <Banner>{done}</Banner>
        </div>
      )}
      {!live && (
        <div className={classes.gap}>
          <Banner tone="quiet">
            {unit.status === "closed"
              ? "This unit is closed. Past waves keep it."
              : "This team waits for HR’s yes and is not in the tree yet."}
          </Banner>
        </div>
      )}
      <Facts org={org} unit={unit} node={node} below={children} />
      {unit.editable && !node?.manageable && (
        <section className={classes.section}>
          <h2>Head count and pattern</h2>
          <TeamForm unit={unit} onChanged={changed} />
        </section>
      )}
      {live && node?.manageable && <UnitActions unit={unit} node={node} onChanged={changed} />}
    </>
  );
}

/** Of a unit with hundreds below it, the tree shows the rest. */
const LISTED = 30;

function Facts({
  org,
  unit,
  node,
  below,
}: {
  org: string;
  unit: UnitView;
  node: TreeUnit | undefined;
  /** What stands directly below. */
  below: TreeUnit[];
}) {
  return (
    <dl className={classes.facts}>
      <dt>Kind</dt>
      <dd>{UNIT_KIND_LABELS[unit.kind]}</dd>
      <dt>Code</dt>
      <dd>{unit.code}</dd>
      {unit.kind === "team" && (
        <>
          <dt>Supervisor</dt>
          <dd>
            {unit.supervisors.length === 0
              ? "Nobody yet"
              : unit.supervisors.map((s) => (s.email ? `${s.name} (${s.email})` : s.name)).join(", ")}
          </dd>
          <dt>People</dt>
          <dd>{unit.headcount ?? "Not given"}</dd>
          <dt>Works</dt>
          <dd>{unit.workingPattern ? WORKING_PATTERN_LABELS[unit.workingPattern] : "Not given"}</dd>
        </>
      )}
      {unit.kind !== "team" && (
        <>
          <dt>Below it</dt>
          <dd>
            {below.length === 0 && "Nothing yet"}
            {below.slice(0, LISTED).map((u, at) => (
              <Fragment key={u.id}>
                {at > 0 && ", "}
                <Link href={`/o/${org}/structure/${u.id}`}>{u.name}</Link>
              </Fragment>
            ))}
            {below.length > LISTED && ` and ${below.length - LISTED} more`}
            {unit.below.count > below.length && `; ${unit.below.count} in all`}
          </dd>
        </>
      )}
      {node?.manageable && unit.kind !== "team" && unit.roles.length > 0 && (
        <>
          <dt>Roles here and below</dt>
          <dd>{unit.roles.length >= 50 ? "50 or more" : unit.roles.length}</dd>
        </>
      )}
    </dl>
  );
}
