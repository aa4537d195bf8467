"use client";

import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { longDate } from "#components/ui/dates.ts";
import { promiseInWords } from "#content/promise.ts";
import { SCALES } from "#content/statements.ts";
import { EN } from "#messages/en.ts";
import { type Asked, askedIn, type PlanDraft } from "./plan-state.ts";
import classes from "./plan.module.css";

/** The phone as staff will see it, from the same words: a picture, nothing in it can be pressed. */
export function PhonePreview({ draft, organisation }: { draft: PlanDraft; organisation: string }) {
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
    <aside className={classes.preview} aria-label="The phone as staff will see it">
      <p className={classes.previewTitle}>As staff will see it</p>
      <SegmentedControl
        fullWidth
        aria-label="Part of the page"
        value={now ? part : "promise"}
        onChange={setPart}
        data={[{ value: "promise", label: "Promise" }, ...shown.map((p) => ({ value: p.key, label: p.label }))]}
      />
      <div className={classes.phone}>
        <p className={classes.phoneTop}>{organisation}</p>
        {now ? <Statements heading={now.heading} scale={now.scale.labels} of={now.of} /> : <Promised draft={draft} />}
      </div>
    </aside>
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
