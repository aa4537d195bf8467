"use client";

import { Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import type { FieldControl } from "#components/ui/field.tsx";
import type { Role } from "#contracts/roles.ts";

/** Finds a unit by name or code among those where this role can be given. */
export function UnitSelect({
  control,
  role,
  value,
  onChange,
}: {
  control: FieldControl;
  role: Role;
  value: string | null;
  onChange: (unitId: string | null) => void;
}) {
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const { data: units = [], isFetching } = useQuery({
    ...trpc.people.units.queryOptions({ role, ...(search.trim() ? { search: search.trim() } : {}) }),
    placeholderData: keepPreviousData,
  });
  // What was chosen stays listed, also when the words of the search no longer find it.
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const found = units.map((u) => ({
    value: u.id,
    label:
      u.kind === "organisation"
        ? `${u.name} (the whole organisation)`
        : `${u.name}${u.parentName ? `, ${u.parentName}` : ""}`,
  }));
  const options =
    chosen && value === chosen.value && !found.some((f) => f.value === value) ? [chosen, ...found] : found;
  return (
    <Select
      {...control}
      searchable
      placeholder="Type a name"
      data={options}
      value={value}
      filter={({ options: all }) => all}
      nothingFoundMessage={isFetching ? "Looking ..." : "Nothing is called that in your part"}
      onSearchChange={(words) => setSearch(words === chosen?.label ? "" : words.slice(0, 120))}
      onChange={(id, option) => {
        setChosen(id && option ? { value: id, label: option.label } : null);
        onChange(id);
      }}
    />
  );
}
