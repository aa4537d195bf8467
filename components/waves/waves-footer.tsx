"use client";

import { Button, Radio } from "@mantine/core";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "#components/api/trpc.tsx";
import { FieldGroup } from "#components/ui/field.tsx";
import { WAVE_CADENCES, type WaveCadence } from "#contracts/waves.ts";
import classes from "./waves.module.css";

const CADENCE_WORDS: Record<WaveCadence, string> = {
  by_hand: "By hand: you plan each one",
  monthly: "Monthly: the next one is planned when one opens",
  quarterly: "Quarterly: the next one is planned when one opens",
};

/** How often waves are planned, and the wave that asks supervisors alone. */
export function WavesFooter({ onByHand }: { onByHand: () => void }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { data: basis } = useSuspenseQuery(trpc.waves.basis.queryOptions());
  const set = useMutation(
    trpc.waves.setCadence.mutationOptions({
      onSettled: () => cache.invalidateQueries({ queryKey: trpc.waves.basis.queryKey() }),
    }),
  );
  const cadence = set.isPending ? set.variables.cadence : basis.cadence;
  return (
    <section className={classes.section}>
      <FieldGroup id="cadence" legend="How often">
        <div className={classes.ticks}>
          {WAVE_CADENCES.map((value) => (
            <Radio
              key={value}
              name="cadence"
              label={CADENCE_WORDS[value]}
              checked={cadence === value}
              onChange={() => set.mutate({ cadence: value })}
            />
          ))}
        </div>
      </FieldGroup>
      <p className={classes.quiet}>A planned wave is a draft: you may change or remove it, and you launch it.</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onByHand}>
          Plan a wave without a pulse
        </Button>
      </div>
    </section>
  );
}
