import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, smallint, uuid } from "drizzle-orm/pg-core";
import { id, orgId } from "./helpers.ts";
import { waveUnit } from "./waves.ts";

/**
 * Sealed answers of a closed wave: no person, no time, no order (the id is random). 1-5, 0 = "does not apply", null =
 * left blank. The app role may only insert; the releaser role alone reads (measurement.md, section 3).
 */
export const sealedResponse = pgTable(
  "sealed_response",
  {
    orgId: orgId(),
    id: id(),
    waveId: uuid("wave_id").notNull(),
    unitId: uuid("unit_id").notNull(),
    d1: smallint("d1"),
    d2: smallint("d2"),
    d3: smallint("d3"),
    d4: smallint("d4"),
    d5: smallint("d5"),
    d6: smallint("d6"),
    e1: smallint("e1"),
    e2: smallint("e2"),
    e3: smallint("e3"),
    e4: smallint("e4"),
    e5: smallint("e5"),
    e6: smallint("e6"),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({
      columns: [t.orgId, t.waveId, t.unitId],
      foreignColumns: [waveUnit.orgId, waveUnit.waveId, waveUnit.unitId],
    }),
    index("sealed_response_org_id_wave_id_unit_id_idx").on(t.orgId, t.waveId, t.unitId),
    check(
      "sealed_response_range_check",
      sql`least(d1,d2,d3,d4,d5,d6,e1,e2,e3,e4,e5,e6) >= 0 and greatest(d1,d2,d3,d4,d5,d6,e1,e2,e3,e4,e5,e6) <= 5`,
    ),
  ],
);
