"use client";

import { SegmentedControl } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { longDate } from "#components/ui/dates.ts";
import { promiseInWords } from "#content/promise.ts";
import { SCALES } from "#content/statements.ts";
import { EN } from "#messages/en.ts";
import { type Asked, askedIn, type PlanDraft } from "./plan-state.ts";
import { SEEING_ROLES, type Seen, type SeeingRole, seenByRole } from "./role-words.ts";
import classes from "./plan.module.css";

/** Beside the form, live: the phone as staff will see it, and what each of the other roles reads. */
export function PlanPreview({
  draft,
  organisation,
  waveId,
}: {
  draft: PlanDraft;
  organisation: string;
  waveId: string | null;
}) {
  const trpc = useTRPC();
  const { data: cost } = useSuspenseQuery(trpc.waves.cost.queryOptions({ waveId }));
  const [role, setRole] = useState<"Staff" | SeeingRole>("Staff");
  const seen = seenByRole(draft.k, cost);
  return (
    <aside className={classes.preview} aria-labelledby="preview-title">
      <h2 id="preview-title">What each role will see</h2>
      <SegmentedControl
        fullWidth
        aria-labelledby="preview-title"
        value={role}
        onChange={(value) => setRole(SEEING_ROLES.find((other) => other === value) ?? "Staff")}
        data={["Staff", ...SEEING_ROLES]}
      />
      {role === "Staff" ? (
        <PhonePreview draft={draft} organisation={organisation} />
      ) : (
        <RolePreview seen={seen[role]} />
      )}
    </aside>
  );
}

/** The phone as staff will see it, from the same words: a picture, nothing in it can be pressed. */
function PhonePreview({ draft, organisation }: { draft: PlanDraft; organisation: string }) {
  const [part, setPart] = useState("promise");
  const asked = askedIn(draft);
  const parts = [
    { key: "D", label: "Part 1", heading: EN.agreementHeading, scale: SCALES.direction },
    { key: "E", label: "Part 2", heading: EN.frequencyHeading, scale: SCALES.delivery },
    { key: "XL", label: "More", heading: EN.moreHeading, scale: SCALES.direction },
  ].map((p) => ({ ...p, of: asked.filter((s) => p.key.includes(s.code.charAt(0))) }));
  const shown = parts.filter((p) => p.of.length > 0);
  const now = shown.find((p) => p.key === part);
  return (
    <>
      <SegmentedControl
        fullWidth
        className={classes.parts}
        aria-label="Part of the page"
        value={now ? part : "promise"}
        onChange={setPart}
        data={[{ value: "promise", label: "Promise" }, ...shown.map((p) => ({ value: p.key, label: p.label }))]}
      />
      <section className={classes.phone} aria-label="The phone as staff will see it">
        <p className={classes.phoneTop}>{organisation}</p>
        {now ? <Statements heading={now.heading} scale={now.scale.labels} of={now.of} /> : <Promised draft={draft} />}
      </section>
    </>
  );
}

/** What this wave's answers look like to one role that reads results. */
function RolePreview({ seen }: { seen: readonly Seen[] }) {
  return (
    <dl className={classes.role}>
      {seen.map(({ when, words }) => (
        <div key={when}>
          <dt>{when}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function Promised({ draft }: { draft: PlanDraft }) {
  const day = (text: string) => (/^\d{4}-\d{2}-\d{2}/.test(text) ? longDate(text.slice(0, 10)) : "…");
  const lines = promiseInWords({ closesOn: day(draft.closesAt), k: draft.k, deletesOn: day(draft.deletesOn) });
  return (
    <>
      <p className={classes.phoneTitle}>{EN.pulseTitle}</p>
      <p>{draft.label.trim() || "Name of the wave"}</p>
      <div className={classes.promise}>
        <p className={classes.phoneHeading}>{EN.promiseHeading}</p>
        <ol>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </div>
    </>
  );
}

/** The first with its scale, the others as they follow. */
function Statements({ heading, scale, of }: { heading: string; scale: readonly string[]; of: Asked[] }) {
  return (
    <>
      <p className={classes.phoneHeading}>{heading}</p>
      {of.map((s, i) => (
        <div key={s.code} className={classes.statement}>
          <p>{s.en.trim() || "Your statement"}</p>
          {i === 0 ? (
            <ul>
              {scale.map((label) => (
                <li key={label}>{label}</li>
              ))}
            </ul>
          ) : (
            <p className={classes.dots} aria-hidden="true">
              ○ ○ ○ ○ ○
            </p>
          )}
        </div>
      ))}
    </>
  );
}
