"use client";

import { Select } from "@mantine/core";
import { useState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { RehearsalView } from "#contracts/wave-views.ts";
import type { WaveSummary } from "#contracts/waves.ts";
import { RehearsalTable } from "./rehearsal-table.tsx";
import { seenBy } from "./seen-by.ts";
import { WithdrawForm } from "./withdraw-form.tsx";
import classes from "./waves.module.css";

/** Made-up results as each role would see them. Visibly one: nothing here is about anybody. */
export function RehearsalScreen({ org, wave, view }: { org: string; wave: WaveSummary; view: RehearsalView }) {
  const [unitId, setUnitId] = useState<string>(view.units[0]?.unitId ?? "");
  const { words, rows } = seenBy(view.units, unitId);
  const shown = view.units.filter((u) => u.isTeam && u.answers !== null).length;
  const teams = view.units.filter((u) => u.isTeam).length;
  return (
    <>
      <PageHeader
        path={[{ label: "Waves", href: `/o/${org}/waves` }]}
        title={
          wave.status === "withdrawn" ? wave.label : `Rehearsal: ${shown} of ${teams} teams would see their own result`
        }
        meta={`${wave.label}. Nothing is shown for fewer than ${view.k} people.`}
      />
      <div className={classes.block}>
        <Banner>
          This is a rehearsal. Every answer is made up by chance, nobody was asked, and only HR sees this page.
        </Banner>
      </div>
      {wave.status === "withdrawn" ? (
        <p>This rehearsal was taken away.</p>
      ) : !view.ready ? (
        <p role="status">The made-up answers are being counted. Load this page again in a few seconds.</p>
      ) : (
        <>
          <Select
            label="Whose page?"
            allowDeselect={false}
            className={classes.select}
            comboboxProps={{ withinPortal: false }}
            data={view.units.map((u) => ({
              value: u.unitId,
              label: u.isTeam
                ? `Supervisor of ${u.name}`
                : u.depth === 0
                  ? "HR and the head of all"
                  : `Leader of ${u.name}`,
            }))}
            value={unitId}
            onChange={(value) => value && setUnitId(value)}
          />
          <p className={`prose ${classes.seen}`}>{words}</p>
          <RehearsalTable key={unitId} rows={rows} top={unitId} />
          <WithdrawForm pulse={wave} />
        </>
      )}
    </>
  );
}
