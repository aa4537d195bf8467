"use client";

import { Select } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import { SYSTEM_ACTOR } from "#contracts/audit.ts";

/** Finds a person by name; the system acts too. */
export function PersonFilter({
  value,
  onChange,
  withSystem,
}: {
  value: string | null;
  onChange: (id: string | null) => void;
  withSystem: boolean;
}) {
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const [label, setLabel] = useState("");
  const words = search.trim();
  const { data } = useQuery({
    ...trpc.people.list.queryOptions({ limit: 20, ...(words && words !== label ? { search: words } : {}) }),
    placeholderData: keepPreviousData,
  });
  // An address brings an id without a name: it is asked for once.
  const isPerson = value !== null && value !== SYSTEM_ACTOR;
  const { data: known } = useQuery({ ...trpc.people.read.queryOptions({ personId: value ?? "" }), enabled: isPerson });
  const options = [
    ...(withSystem ? [{ value: SYSTEM_ACTOR, label: "The system" }] : []),
    ...(data?.people ?? []).map((p) => ({ value: p.id, label: p.name })),
  ];
  if (known && !options.some((o) => o.value === known.id)) options.push({ value: known.id, label: known.name });
  return (
    <Select
      label="Who"
      placeholder="Everybody"
      searchable
      clearable
      data={options}
      value={value}
      filter={({ options: all }) => all}
      nothingFoundMessage="Nobody is called that"
      onSearchChange={(typed) => setSearch(typed.slice(0, 120))}
      onChange={(id, option) => {
        setLabel(option?.label ?? "");
        onChange(id);
      }}
    />
  );
}
