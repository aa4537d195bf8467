"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { Field } from "#components/ui/field.tsx";
import { ORGANISATION_TEMPLATES, type OrganisationTemplate, TEMPLATE_LABELS } from "#contracts/organisations.ts";
import { proposeSlug } from "./slug.ts";

export type Basics = { name: string; slug: string; template: OrganisationTemplate };
export const NO_BASICS: Basics = { name: "", slug: "", template: "council" };

/** Name, address and what the organisation starts with. */
export function BasicsFields({
  value,
  onChange,
  fields,
}: {
  value: Basics;
  onChange: (value: Basics) => void;
  fields: Record<string, string>;
}) {
  return (
    <>
      <Field id="name" label="Name of the organisation" error={fields.name}>
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            value={value.name}
            onChange={(e) => {
              const name = e.currentTarget.value;
              const follows = value.slug === proposeSlug(value.name);
              onChange({ ...value, name, slug: follows ? proposeSlug(name) : value.slug });
            }}
          />
        )}
      </Field>
      <Field
        id="slug"
        label="Address"
        hint={
          value.slug
            ? `Its pages begin with /o/${value.slug}. It cannot be changed later.`
            : "It cannot be changed later."
        }
        error={fields.slug}
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="off"
            spellCheck={false}
            value={value.slug}
            onChange={(e) => onChange({ ...value, slug: e.currentTarget.value.toLowerCase() })}
          />
        )}
      </Field>
      <Field
        id="template"
        label="Start with"
        hint="A first level of units to rename, move or close."
        error={fields.template}
      >
        {(control) => (
          <NativeSelect
            {...control}
            value={value.template}
            onChange={(e) => onChange({ ...value, template: e.currentTarget.value as OrganisationTemplate })}
            data={ORGANISATION_TEMPLATES.map((t) => ({ value: t, label: TEMPLATE_LABELS[t] }))}
          />
        )}
      </Field>
    </>
  );
}
