import { isolateProcedures } from "./every-procedure.ts";

await isolateProcedures();
