import { TextInput } from "@mantine/core";
import { Field } from "#components/ui/field.tsx";
import classes from "./people.module.css";

/** First and last day of a role. `id` names a field in the form, so that the error summary can link to it. */
export function DaysFields({
  id = (field) => field,
  today,
  startsOn,
  endsOn,
  lastDayOptional = false,
  fields,
  onStart,
  onEnd,
}: {
  id?: (field: "startsOn" | "endsOn") => string;
  today: string;
  startsOn: string;
  endsOn: string;
  lastDayOptional?: boolean;
  fields: Record<string, string>;
  onStart: (day: string) => void;
  onEnd: (day: string) => void;
}) {
  return (
    <div className={classes.pair}>
      <Field id={id("startsOn")} label="First day" error={fields.startsOn}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            min={today}
            value={startsOn}
            onChange={(event) => onStart(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field id={id("endsOn")} label="Last day" optional={lastDayOptional} error={fields.endsOn}>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            min={startsOn}
            value={endsOn}
            onChange={(event) => onEnd(event.currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
}
