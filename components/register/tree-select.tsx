"use client";

import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTRPC } from "#components/api/trpc.tsx";
import type { FieldControl } from "#components/ui/field.tsx";
import type { TreeUnit } from "#contracts/register-views.ts";
import { indexTree, namesAbove } from "./tree.ts";

/** One unit of the reader's tree, found by typing. Two of the same name are told apart by what stands above. */
export function TreeSelect({
  control,
  value,
  onChange,
  allowed,
}: {
  control: FieldControl;
  value: string | null;
  onChange: (unitId: string | null) => void;
  allowed: (unit: TreeUnit) => boolean;
}) {
  const trpc = useTRPC();
  const { data: tree, isError } = useQuery(trpc.register.tree.queryOptions());
  const options = useMemo(() => {
    if (!tree) return [];
    const index = indexTree(tree.units);
    return tree.units
      .filter(allowed)
      .map((unit) => ({ unit, above: namesAbove(index, unit).at(-1) }))
      .map(({ unit, above }) => ({
        value: unit.id,
        label: above ? `${unit.name} (${unit.code}), ${above}` : unit.name,
      }));
  }, [tree, allowed]);
  return (
    <Select
      {...control}
      searchable
      comboboxProps={{ withinPortal: false }}
      withScrollArea={false}
      styles={{ options: { maxHeight: 280, overflowY: "auto" } }}
      limit={50}
      placeholder={tree || isError ? "Type a name or a code" : "Loading"}
      data={options}
      value={value}
      nothingFoundMessage={isError ? "We could not load the units. Try again." : "Nothing is called that in your part"}
      onChange={onChange}
    />
  );
}
