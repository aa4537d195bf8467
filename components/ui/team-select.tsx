"use client";

import { NativeSelect } from "@mantine/core";
import { usePathname, useRouter } from "next/navigation";
import { useId } from "react";
import classes from "./team-select.module.css";

/** Chooses among the own teams; the choice stands in the address. Nothing is drawn for one team. */
export function TeamSelect({ teams, value }: { teams: readonly { id: string; name: string }[]; value: string }) {
  const id = useId();
  const path = usePathname();
  const router = useRouter();
  if (teams.length < 2) return null;
  return (
    <div className={classes.root}>
      <label htmlFor={id}>Team</label>
      <NativeSelect
        id={id}
        size="sm"
        value={value}
        onChange={(event) => router.push(`${path}?team=${event.currentTarget.value}`)}
        data={teams.map((team) => ({ value: team.id, label: team.name }))}
      />
    </div>
  );
}
