import { NotFoundScreen } from "#components/shell/state-screens.tsx";

export default function NotFound() {
  return <NotFoundScreen />;
}
