import { sealedResponse } from "#db/schema/responses.ts";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { freezeTree } from "#server/modules/waves/index.ts";
import type { TestOrganisation, UnitName } from "./organisation.ts";

export type AnswerRow = readonly (number | null)[];

/** A sealed wave with the given answers per unit, as an import would leave it. Returns its id. */
export function makeSealedWave(
  org: TestOrganisation,
  label: string,
  answers: Partial<Record<UnitName, readonly AnswerRow[]>>,
  options: { k?: number; closedAt?: string } = {},
): Promise<string> {
  return asSystem("Test", "wave:run", org.id, async (scope) => {
    const [made] = await scope.tx
      .insert(wave)
      .values({
        orgId: org.id,
        label,
        status: "sealed",
        source: "import",
        k: options.k ?? 5,
        closedAt: new Date(options.closedAt ?? "2026-09-30T12:00:00Z"),
      })
      .returning({ id: wave.id });
    const waveId = made!.id;
    await freezeTree(scope, waveId);
    for (const [unit, rows] of Object.entries(answers)) {
      const unitId = org.units[unit as UnitName];
      await scope.tx.insert(sealedResponse).values(
        rows.map(([d1, d2, d3, d4, d5, d6, e1, e2, e3, e4, e5, e6]) => ({
          orgId: org.id,
          waveId,
          unitId,
          d1,
          d2,
          d3,
          d4,
          d5,
          d6,
          e1,
          e2,
          e3,
          e4,
          e5,
          e6,
        })),
      );
    }
    return waveId;
  });
}

/** n people who all answer `direction` six times and `delivery` six times. */
export const people = (n: number, direction: number, delivery: number): AnswerRow[] =>
  Array.from({ length: n }, () => [...Array(6).fill(direction), ...Array(6).fill(delivery)]);
