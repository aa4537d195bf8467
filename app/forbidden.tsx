import { ForbiddenScreen } from "#components/shell/state-screens.tsx";

export default function Forbidden() {
  return <ForbiddenScreen />;
}
