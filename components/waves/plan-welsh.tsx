import { Checkbox, Switch, TextInput } from "@mantine/core";
import { FieldError } from "#components/ui/field.tsx";
import { askedIn, type PlanDraft } from "./plan-state.ts";
import classes from "./plan.module.css";

/** The page in Welsh too: every statement has to be read and confirmed by somebody who speaks it. */
export function PlanWelsh({
  draft,
  error,
  onChange,
}: {
  draft: PlanDraft;
  error: string | undefined;
  onChange: (changes: Partial<PlanDraft>) => void;
}) {
  const asked = askedIn(draft);
  const confirmed = asked.filter((s) => s.confirmed).length;
  const change = (code: string, now: { words: string; confirmed: boolean }) =>
    onChange({ welsh: { ...draft.welsh, [code]: now } });
  return (
    <section className={classes.part}>
      <h2>Welsh</h2>
      {error && <FieldError id="offersWelsh-error">{error}</FieldError>}
      <Switch
        id="offersWelsh"
        label="Offer the page in Welsh too"
        checked={draft.offersWelsh}
        onChange={(e) => onChange({ offersWelsh: e.currentTarget.checked })}
      />
      {draft.offersWelsh && (
        <>
          <p className={classes.welshHint}>
            The drafts were made by a machine. Have somebody who speaks Welsh read, correct and confirm each one.{" "}
            {confirmed} of {asked.length} are confirmed.
          </p>
          <ol className={classes.welsh}>
            {asked.map((s) => (
              <li key={s.code}>
                <p id={`en-${s.code}`}>{s.en || "Your statement"}</p>
                <TextInput
                  aria-label={`${s.code} in Welsh`}
                  aria-describedby={`en-${s.code}`}
                  lang="cy"
                  maxLength={240}
                  value={s.cy}
                  onChange={(e) => change(s.code, { words: e.currentTarget.value, confirmed: false })}
                />
                <Checkbox
                  label="Confirmed"
                  aria-label={`${s.code} confirmed in Welsh`}
                  checked={s.confirmed}
                  disabled={s.cy.trim() === ""}
                  onChange={(e) => change(s.code, { words: s.cy, confirmed: e.currentTarget.checked })}
                />
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
