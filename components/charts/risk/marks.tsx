import type { ChangeSign } from "./risk.ts";

/** The small signs inside a figure's cell. Their words stand in the popover, the legend and the cell's label. */

export function ChangeIcon({ sign, className }: { sign: ChangeSign; className?: string | undefined }) {
  return (
    <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false" className={className}>
      {sign === "up" && <path d="M6 1 11 10.5H1Z" fill="currentColor" />}
      {sign === "down" && <path d="M6 11 1 1.5h10Z" fill="currentColor" />}
      {sign === "level" && <circle cx="6" cy="6" r="2" fill="currentColor" />}
      {sign === "untested" && (
        <path d="M2 2 10 6 2 10Z" fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinejoin="round" />
      )}
    </svg>
  );
}

export function LockIcon({ className }: { className?: string | undefined }) {
  return (
    <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true" focusable="false" className={className}>
      <rect x="2.5" y="6" width="9" height="6.5" rx="1" fill="currentColor" />
      <path d="M4.5 6V4a2.5 2.5 0 0 1 5 0v2" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}

const HATCH = Array.from({ length: 26 }, (_, index) => `M${index * 8 - 64} 64l64 -64`).join("");

/** 45 degree lines behind the lock. Drawn as a path, because repeated gradients are lost in print. */
export function Hatch({ className }: { className?: string | undefined }) {
  return (
    <svg width="100%" height="100%" aria-hidden="true" focusable="false" className={className}>
      <path d={HATCH} fill="none" stroke="currentColor" strokeWidth="1" />
    </svg>
  );
}
