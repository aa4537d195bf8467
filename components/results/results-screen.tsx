"use client";

import { Tabs } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { ResultView } from "#contracts/results.ts";
import { useTRPC } from "#components/api/trpc.tsx";
import { findingSentence } from "#components/charts/risk/finding.ts";
import { ErrorState } from "#components/ui/error-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { tableInput, TABS } from "./address.ts";
import { HeatmapTab } from "./heatmap-tab.tsx";
import { QuadrantTab } from "./quadrant-tab.tsx";
import { ResultsSkeleton } from "./results-skeleton.tsx";
import classes from "./results.module.css";
import { StandIns } from "./stand-ins.tsx";
import { TrendTab } from "./trend-tab.tsx";
import { useAddress } from "./use-address.ts";
import { WaitingForResults } from "./waiting.tsx";
import { WaveSelect } from "./wave-select.tsx";
import { waveLine, wholeOf } from "./words.ts";

const TAB_LABELS = { heatmap: "Heatmap", quadrant: "Quadrant", trend: "Trend" } as const;

/** Results of a wave in the reader's part: as a table with colours, as a picture of both risks, and over time. */
export function ResultsScreen({ org }: { org: string }) {
  const id = useId();
  const trpc = useTRPC();
  const [address, go] = useAddress();
  const query = useQuery(trpc.results.table.queryOptions(tableInput(address), { placeholderData: keepPreviousData }));
  if (query.error) return <ErrorState onRetry={() => void query.refetch()} />;
  if (!query.data) return <ResultsSkeleton />;
  const { table, teamsAsked, standIns, next } = query.data;
  if (!table) {
    return (
      <WaitingForResults org={org} next={next}>
        Here you will see each unit with its engagement risk and its delivery risk.
      </WaitingForResults>
    );
  }
  const whole = wholeOf(table);
  return (
    <>
      <PageHeader
        title={findingSentence(table)}
        meta={`${waveLine(table.wave.label, table.view === "team" ? whole : null)}${table.pilotStatements ? ". Pilot statements." : ""}`}
      />
      {!teamsAsked && <p className={classes.aside}>No team was asked in this wave: supervisors’ views stand alone.</p>}
      <Tabs
        id={id}
        value={address.tab}
        onChange={(value) => go({ tab: TABS.find((tab) => tab === value) ?? "heatmap" }, true)}
        keepMounted={false}
        className={classes.tabs}
      >
        <div className={classes.bar}>
          <Tabs.List className={classes.tabList} aria-label="Ways to see the results">
            {TABS.map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {TAB_LABELS[tab]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {address.tab !== "trend" && (
            <WaveSelect
              waves={table.waves}
              value={table.wave.waveId}
              onChange={(waveId) => go({ waveId: waveId === table.waves[0]?.waveId ? undefined : waveId }, true)}
            />
          )}
        </div>
        <div aria-busy={query.isPlaceholderData || undefined} className={classes.panel}>
          <Tabs.Panel value="heatmap">
            <HeatmapTab org={org} table={table} address={address} go={go} views={viewsOf(teamsAsked)} />
          </Tabs.Panel>
          <Tabs.Panel value="quadrant">
            <QuadrantTab org={org} table={table} address={address} go={go} views={viewsOf(teamsAsked)} />
          </Tabs.Panel>
          <Tabs.Panel value="trend">
            <TrendTab table={table} address={address} go={go} />
          </Tabs.Panel>
        </div>
      </Tabs>
      {address.tab !== "trend" && <StandIns standIns={standIns} table={table} />}
    </>
  );
}

function viewsOf(teamsAsked: boolean): ResultView[] {
  return ResultView.options.filter((view) => teamsAsked || view !== "team");
}
