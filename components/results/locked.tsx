import type { ReactNode } from "react";
import type { ResultLock } from "#contracts/results-pages.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeader, type PathStep } from "#components/ui/page-header.tsx";

/** A supervisor's own team while a wave is open and the assessment is not given. */
export function Locked({
  org,
  lock,
  name,
  path = [],
  chooser,
}: {
  org: string;
  lock: ResultLock;
  name: string;
  path?: PathStep[];
  /** Another team, where there is more than one. */
  chooser?: ReactNode;
}) {
  return (
    <>
      <PageHeader path={path} title="Your own view comes first" meta={`${name}, ${lock.waveLabel}`} />
      {chooser}
      <EmptyState
        title={`Earlier results of ${name} open again once you have answered the twelve statements`}
        action={<LinkButton href={`/o/${org}/assess/${lock.teamId}`}>Go to your assessment</LinkButton>}
      >
        <p>
          {lock.waveLabel} is open. What you answer is worth most when it is what you see yourself, not what the last
          results said. It takes about three minutes.
        </p>
      </EmptyState>
    </>
  );
}
