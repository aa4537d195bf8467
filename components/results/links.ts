import { useRouter } from "next/navigation";

/** Rows of people directly in a unit have no page of their own: they open their unit's. */
export function unitHref(org: string, rowId: string, waveId?: string): string {
  const [unitId = rowId] = rowId.split("/");
  return `/o/${org}/units/${unitId}${waveId ? `?wave=${waveId}` : ""}`;
}

/** Where the charts' rows lead, in the wave that is on screen. */
export function useUnitLinks(org: string, waveId?: string) {
  const router = useRouter();
  return {
    hrefOf: (rowId: string) => unitHref(org, rowId, waveId),
    onOpen: (rowId: string) => router.push(unitHref(org, rowId, waveId)),
  };
}
