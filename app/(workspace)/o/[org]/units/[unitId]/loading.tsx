import { ResultsSkeleton } from "#components/results/results-skeleton.tsx";

export default function Loading() {
  return <ResultsSkeleton />;
}
