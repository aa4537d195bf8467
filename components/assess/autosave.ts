/** What a save came to. `revision` names the saved state for the next save to be based on. */
export type Outcome<R, C> =
  | { kind: "saved"; revision: R }
  | { kind: "conflict"; conflict: C }
  | { kind: "refused"; message: string }
  | { kind: "invalid"; message: string; fields: Record<string, string> }
  | { kind: "broken"; message: string };

export type AutosaveState<C> =
  | { kind: "clean" | "saving" }
  | { kind: "saved"; at: number }
  /** Could not reach the server: tried again by itself. */
  | { kind: "broken"; message: string }
  | { kind: "invalid"; message: string; fields: Record<string, string> }
  /** Nothing is sent any more until `resolve`. */
  | { kind: "conflict"; conflict: C }
  /** Nothing is ever sent any more; what was typed stays. */
  | { kind: "refused"; message: string };

export type Autosave<V, R, C> = ReturnType<typeof createAutosave<V, R, C>>;
type Sender<V, R, C> = (value: V, basedOn: R) => Promise<Outcome<R, C>>;

const RETRIES = [3_000, 10_000, 30_000];

/**
 * Keeps one draft on the server: `delay` after the last change, one save at a time, each based on the one before. What
 * fails on the way is tried again; what another editor changed, or what came too late, stops it with the text kept.
 */
export function createAutosave<V, R, C>(options: {
  value: V;
  revision: R;
  same: (a: V, b: V) => boolean;
  send: Sender<V, R, C>;
  /** The revision that a save under way will leave, so that a second one sent on leaving can be based on it. */
  following: (revision: R) => R;
  /** Told what is sent on leaving. */
  onLeave?: (value: V, basedOn: R) => void;
  delay?: number;
  now?: () => number;
}) {
  const { same, send, following, delay = 2_000, now = Date.now } = options;
  let { value, revision } = options;
  let stored: V | null = value;
  let state: AutosaveState<C> = { kind: "clean" };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay: { value: V; done: Promise<Outcome<R, C>> } | null = null;
  let tries = 0;
  const listeners = new Set<() => void>();

  const isDirty = () => stored === null || !same(value, stored);
  const isStopped = () => state.kind === "conflict" || state.kind === "refused";
  function enter(next: AutosaveState<C>) {
    state = next;
    for (const listener of listeners) listener();
  }
  function schedule(wait: number) {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), wait);
  }

  function take(outcome: Outcome<R, C>, sent: V) {
    switch (outcome.kind) {
      case "saved":
        revision = outcome.revision;
        stored = sent;
        tries = 0;
        enter({ kind: "saved", at: now() });
        if (isDirty()) schedule(delay);
        return;
      case "broken":
        enter(outcome);
        schedule(RETRIES[Math.min(tries++, RETRIES.length - 1)] ?? delay);
        return;
      default:
        clearTimeout(timer);
        enter(outcome);
    }
  }

  /** Sends what is there now, after whatever is under way. `sender` may do more than save, such as closing a part. */
  async function run(sender: Sender<V, R, C> = send): Promise<Outcome<R, C> | null> {
    clearTimeout(timer);
    while (underWay) await underWay.done;
    if (isStopped()) return null;
    const sent = value;
    enter({ kind: "saving" });
    const done = sender(sent, revision).catch(
      (): Outcome<R, C> => ({ kind: "broken", message: "Not saved yet. What you typed is still here." }),
    );
    underWay = { value: sent, done };
    const outcome = await done;
    underWay = null;
    take(outcome, sent);
    return outcome;
  }

  async function flush(): Promise<void> {
    if (isDirty() && !isStopped()) await run();
  }

  return {
    set(next: V) {
      value = next;
      if (!isStopped() && isDirty()) schedule(delay);
    },
    run,
    flush,
    /** The page goes away: nobody waits for the answer. */
    leave() {
      clearTimeout(timer);
      if (!isDirty() || isStopped()) return;
      if (underWay && same(underWay.value, value)) return;
      const basedOn = underWay ? following(revision) : revision;
      options.onLeave?.(value, basedOn);
      void send(value, basedOn).catch(() => undefined);
    },
    /** After a conflict: goes on from the other editor's revision with what was decided. */
    resolve(decided: V, theirs: V, theirRevision: R) {
      value = decided;
      stored = theirs;
      revision = theirRevision;
      enter({ kind: "clean" });
      void flush();
    },
    isDirty,
    /** What the server held before the changes that are not saved yet. */
    getStored: () => stored,
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
