import { sealedResponse } from "#db/schema/responses.ts";
import { wave, waveStatement } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { freezeTree } from "#server/modules/waves/index.ts";
import type { TestOrganisation, UnitName } from "./organisation.ts";

/** So many people who answer the further statements alike: the extra, and L1 on. */
export type FurtherGiven = { n: number; extra: number | null; locals?: readonly (number | null)[] };

/** Code, part and words of what is asked beside the twelve. */
export type FurtherAsked = readonly (readonly [code: string, part: "extra" | "local", words: string])[];

/** A pulse as it is sealed, with everybody answering 4 on direction and 3 on delivery, and further statements. */
export function makeSealedPulse(
  org: TestOrganisation,
  label: string,
  closedAt: string,
  asked: FurtherAsked,
  given: Partial<Record<UnitName, readonly FurtherGiven[]>>,
): Promise<string> {
  return asSystem("Test", "wave:run", org.id, async (scope) => {
    const { tx } = scope;
    const [made] = await tx
      .insert(wave)
      .values({ orgId: org.id, label, status: "sealed", source: "pulse", k: 5, closedAt: new Date(closedAt) })
      .returning({ id: wave.id });
    const waveId = made!.id;
    await freezeTree(scope, waveId);
    await tx
      .insert(waveStatement)
      .values(asked.map(([code, part, en], position) => ({ orgId: org.id, waveId, code, position, part, en })));
    const twelve = { d1: 4, d2: 4, d3: 4, d4: 4, d5: 4, d6: 4, e1: 3, e2: 3, e3: 3, e4: 3, e5: 3, e6: 3 };
    for (const [unit, groups] of Object.entries(given) as [UnitName, readonly FurtherGiven[]][]) {
      await tx.insert(sealedResponse).values(
        groups.flatMap(({ n, extra, locals = [] }) =>
          Array.from({ length: n }, () => ({
            ...{ orgId: org.id, waveId, unitId: org.units[unit], ...twelve, extra },
            locals: Array.from({ length: 5 }, (_, i) => locals[i] ?? null),
          })),
        ),
      );
    }
    return waveId;
  });
}
