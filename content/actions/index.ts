import { INFLUENCE } from "./influence.ts";
import { PLANNING } from "./planning.ts";
import { PROGRESS } from "./progress.ts";
import { PURPOSE } from "./purpose.ts";
import { RESOURCES } from "./resources.ts";
import { RISK } from "./risk.ts";
import { LibraryAction } from "./schema.ts";
import { STANDARDS } from "./standards.ts";
import { TRUST } from "./trust.ts";
import { UNCERTAINTY } from "./uncertainty.ts";

/** The action library, in the order of the verbs. Read once through its schema, so that no broken action is ever shown. */
export const ACTIONS: readonly LibraryAction[] = [
  ...PURPOSE,
  ...TRUST,
  ...INFLUENCE,
  ...UNCERTAINTY,
  ...PLANNING,
  ...RESOURCES,
  ...PROGRESS,
  ...RISK,
  ...STANDARDS,
].map((action) => LibraryAction.parse(action));
