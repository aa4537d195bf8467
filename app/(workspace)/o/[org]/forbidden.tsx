import { ForbiddenInOrganisation } from "#components/shell/state-screens.tsx";

export default function Forbidden() {
  return <ForbiddenInOrganisation />;
}
