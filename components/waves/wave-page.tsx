"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { PulseScreen } from "./pulse-screen.tsx";
import { RehearsalScreen } from "./rehearsal-screen.tsx";
import { WaveScreen } from "./wave-screen.tsx";

/** One wave for HR, as what it is: a pulse, a rehearsal, or a wave by hand. */
export function WavePage({ org, waveId }: { org: string; waveId: string }) {
  const trpc = useTRPC();
  const { data: wave } = useSuspenseQuery({
    ...trpc.waves.read.queryOptions({ waveId }),
    // Background work goes on without the page: look again while something is under way.
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 3000 : false),
  });
  if (wave.rehearsed) return <RehearsalScreen org={org} wave={wave} view={wave.rehearsed} />;
  if (wave.pulse) return <PulseScreen org={org} pulse={wave.pulse} />;
  return <WaveScreen org={org} wave={wave} />;
}

type Read = { status: string; pulse: { heldBack: boolean } | null; rehearsed: { ready: boolean } | null };

function isUnderWay(wave: Read | undefined): boolean {
  if (!wave) return false;
  if (wave.rehearsed) return !wave.rehearsed.ready && wave.status === "sealed";
  return wave.pulse !== null && (wave.status === "closing" || (wave.status === "sealed" && !wave.pulse.heldBack));
}
