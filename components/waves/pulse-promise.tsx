"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import classes from "./waves.module.css";

/** The receipt, and the text that it is the hash of for whoever wants to check it. */
export function PulsePromise({ waveId, receipt }: { waveId: string; receipt: string }) {
  const trpc = useTRPC();
  const [open, setOpen] = useState(false);
  const { data } = useQuery({ ...trpc.waves.promise.queryOptions({ waveId }), enabled: open });
  return (
    <section className={classes.section}>
      <h2>The receipt</h2>
      <p className="prose">
        Made when the wave opened, of everything that staff were promised, and the same on every page that they see. It
        is the SHA-256 of the text below.
      </p>
      <p className={classes.receipt}>{receipt}</p>
      <details onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary>The text that it covers</summary>
        <p className={classes.receipt}>{data?.text ?? "Loading"}</p>
      </details>
    </section>
  );
}
