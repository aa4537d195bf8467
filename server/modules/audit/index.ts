export { exportAudit } from "./export-audit.ts";
export { exportSecurityEvents } from "./export-security-events.ts";
export { listAudit } from "./list-audit.ts";
export { listSecurityEvents } from "./list-security-events.ts";
export { recordExport } from "./record-export.ts";
