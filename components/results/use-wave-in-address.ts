"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { waveIn } from "./address.ts";

/** The wave that the address names, and a way to name another one. */
export function useWaveInAddress(): [string | undefined, (waveId: string | undefined) => void] {
  const params = useSearchParams();
  const path = usePathname();
  const router = useRouter();
  return [
    waveIn(Object.fromEntries(params)),
    (waveId) => {
      const query = new URLSearchParams(params);
      if (waveId) query.set("wave", waveId);
      else query.delete("wave");
      const text = query.toString();
      router.push(text ? `${path}?${text}` : path, { scroll: false });
    },
  ];
}
