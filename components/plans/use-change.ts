"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { readError } from "#components/api/errors.ts";
import { useTRPC } from "#components/api/trpc.tsx";

/** A change of the plan: sends it, reads the pages of plans and calls again, and keeps what was wrong for the form. */
export function useChange<I>(send: (input: I) => Promise<unknown>, onDone: () => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [attempt, setAttempt] = useState(0);
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      setErrors({});
      await cache.invalidateQueries({ queryKey: trpc.plans.pathKey() });
      onDone();
    },
    onError: (error) => {
      const { fields, message } = readError(error);
      setErrors(Object.keys(fields).length > 0 ? fields : { form: message });
      setAttempt((n) => n + 1);
    },
  });
  return { run: mutation.mutate, busy: mutation.isPending, errors, attempt, clear: () => setErrors({}) };
}
