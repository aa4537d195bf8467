"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import type { TreeUnit, UnitView } from "#contracts/register-views.ts";
import { CloseForm } from "./close-form.tsx";
import { MergeForm } from "./merge-form.tsx";
import { MoveForm } from "./move-form.tsx";
import classes from "./register.module.css";
import { RenameForm } from "./rename-form.tsx";
import { SupervisorForm } from "./supervisor-form.tsx";
import { TeamForm } from "./team-form.tsx";

export type ActionProps = {
  unit: UnitView;
  /** Says in words what happened; the page reads everything again. */
  onChanged: (words: string) => Promise<void>;
};

type Action = "supervisor" | "team" | "rename" | "move" | "merge" | "close";
const LABELS: Record<Action, string> = {
  supervisor: "Name a supervisor",
  team: "Change head count and pattern",
  rename: "Change name or code",
  move: "Move",
  merge: "Merge",
  close: "Close",
};

/** One form at a time, chosen by its verb. */
export function UnitActions({ unit, node, onChanged }: ActionProps & { node: TreeUnit }) {
  const [chosen, setChosen] = useState<Action | null>(null);
  const isTeam = unit.kind === "team";
  const actions: Action[] = [
    ...(isTeam ? (["supervisor", "team"] as const) : []),
    "rename",
    ...(node.loose ? (["move", "merge", "close"] as const) : []),
  ];
  async function changed(words: string) {
    // A link to hand over is shown only once: its form stays open.
    if (chosen !== "supervisor") setChosen(null);
    await onChanged(words);
  }
  return (
    <section className={classes.section} aria-label={`Change ${unit.name}`}>
      <h2>Change it</h2>
      <div className={`${classes.buttons} ${classes.gap}`}>
        {actions.map((action) => (
          <Button
            key={action}
            variant={chosen === action ? "light" : "default"}
            aria-expanded={chosen === action}
            onClick={() => setChosen(chosen === action ? null : action)}
          >
            {LABELS[action]}
          </Button>
        ))}
      </div>
      {chosen === "supervisor" && <SupervisorForm unit={unit} onChanged={changed} />}
      {chosen === "team" && <TeamForm unit={unit} onChanged={changed} />}
      {chosen === "rename" && <RenameForm unit={unit} onChanged={changed} />}
      {chosen === "move" && <MoveForm unit={unit} onChanged={changed} />}
      {chosen === "merge" && <MergeForm unit={unit} onChanged={changed} />}
      {chosen === "close" && <CloseForm unit={unit} onChanged={changed} />}
    </section>
  );
}
