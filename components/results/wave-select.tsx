"use client";

import { NativeSelect } from "@mantine/core";
import { useId } from "react";
import type { WaveOption } from "#contracts/results.ts";
import classes from "./results.module.css";

/** Which published wave, latest first. Nothing to choose: nothing shown. */
export function WaveSelect({
  waves,
  value,
  onChange,
}: {
  waves: readonly WaveOption[];
  value: string;
  onChange: (waveId: string) => void;
}) {
  const id = useId();
  if (waves.length < 2) return null;
  return (
    <div className={classes.select}>
      <label htmlFor={id} className={classes.label}>
        Wave
      </label>
      <NativeSelect
        id={id}
        size="sm"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={waves.map((wave) => ({ value: wave.waveId, label: wave.label }))}
      />
    </div>
  );
}
