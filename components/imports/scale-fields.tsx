import { Group, Radio, TextInput } from "@mantine/core";
import { Field, FieldGroup } from "#components/ui/field.tsx";
import type { ColumnsDraft, Scale } from "./columns-draft.ts";
import classes from "./imports.module.css";

const PLACES = ["First", "Second", "Third", "Fourth", "Fifth"];

/** Five grades: how they are written, and at which end the good one stands. */
export function ScaleFields({
  draft,
  errors,
  onChange,
}: {
  draft: ColumnsDraft;
  errors: Record<string, string>;
  onChange: (changes: Partial<ColumnsDraft>) => void;
}) {
  const ends =
    draft.scale === "words" ? ["the first word", "the fifth word"] : draft.scale === "0" ? ["0", "4"] : ["1", "5"];
  return (
    <div className={classes.group}>
      <h2>The scale</h2>
      <FieldGroup id="scale" legend="Grades are written as" hint="Only scales of five grades can be imported.">
        <Radio.Group value={draft.scale} onChange={(scale) => onChange({ scale: scale as Scale })}>
          <Group gap="lg" mt="xs">
            <Radio value="1" label="1 to 5" />
            <Radio value="0" label="0 to 4" />
            <Radio value="words" label="Words" />
          </Group>
        </Radio.Group>
      </FieldGroup>
      {draft.scale === "words" && (
        <FieldGroup id="words" legend="The five words" hint="From one end to the other." error={errors.words}>
          <div className={classes.grades}>
            {PLACES.map((place, i) => (
              <TextInput
                key={place}
                aria-label={`${place} word`}
                maxLength={80}
                value={draft.words[i] ?? ""}
                onChange={(e) => {
                  const { value } = e.currentTarget;
                  onChange({ words: draft.words.map((w, at) => (at === i ? value : w)) });
                }}
              />
            ))}
          </div>
        </FieldGroup>
      )}
      <FieldGroup id="reversed" legend="The best grade is">
        <Radio.Group
          value={draft.reversed ? "first" : "last"}
          onChange={(end) => onChange({ reversed: end === "first" })}
        >
          <Group gap="lg" mt="xs">
            <Radio value="last" label={ends[1]} />
            <Radio value="first" label={ends[0]} />
          </Group>
        </Radio.Group>
      </FieldGroup>
      <Field
        id="notApplicable"
        label="Does not apply is written as"
        hint="Separated by commas. An empty cell means: left blank."
        error={errors.notApplicable}
        optional
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            className={classes.short}
            value={draft.notApplicable}
            onChange={(e) => onChange({ notApplicable: e.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}
