import type { Fault } from "./fault.ts";
import { policyFaults, predicateFaults } from "./organisation-faults.ts";
import { auditFaults, disclosureFaults } from "./result-faults.ts";
import { permissionFaults, sessionFaults, subtreeFaults } from "./scope-faults.ts";

/** Every fault that `npm run planted-leaks` plants, one at a time. */
export const FAULTS: readonly Fault[] = [
  ...predicateFaults,
  ...policyFaults,
  ...subtreeFaults,
  ...permissionFaults,
  ...sessionFaults,
  ...disclosureFaults,
  ...auditFaults,
];
