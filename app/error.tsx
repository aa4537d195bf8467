"use client";

import { BrokenScreen } from "#components/shell/state-screens.tsx";

export default function ErrorPage({ reset }: { reset: () => void }) {
  return <BrokenScreen onRetry={reset} />;
}
