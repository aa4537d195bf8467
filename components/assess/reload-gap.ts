import { AssessmentValues } from "#contracts/assessments.ts";

/** A page that is loaded again at once can be drawn before the save of its leaving has arrived. */
const GAP = 5 * 60_000;

type Kept = { at: number; basedOn: number; values: unknown };

/** Keeps unsaved values in this tab, for the moment between leaving and coming back. Never the private note. */
export function keepForReload(key: string, values: AssessmentValues, basedOn: number): void {
  try {
    const kept: Kept = { at: Date.now(), basedOn, values };
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage may be switched off: the save on leaving is then all there is.
  }
}

/** What was kept, once; null when the server has it (or somebody else's) by now, or it is old. */
export function takeAfterReload(key: string, revision: number): AssessmentValues | null {
  try {
    const text = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
    if (!text) return null;
    const kept = JSON.parse(text) as Partial<Kept>;
    if (kept.basedOn !== revision || Date.now() - (kept.at ?? 0) > GAP) return null;
    return AssessmentValues.safeParse(kept.values).data ?? null;
  } catch {
    return null;
  }
}
