import { eq, sql } from "drizzle-orm";
import { STATEMENT_CODES } from "#contracts/statements.ts";
import { teamMember } from "#db/schema/register.ts";
import { wave, waveStatement } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { invite, linksOf } from "#server/modules/responses/index.ts";
import { freezeTree } from "#server/modules/waves/index.ts";
import type { TestOrganisation, UnitName } from "./organisation.ts";

export type OpenPulse = {
  waveId: string;
  /** The links of each unit's people, `/r/...`. */
  links: Partial<Record<UnitName, string[]>>;
  /** In the order of `links`. */
  members: Partial<Record<UnitName, string[]>>;
};

/** A pulse that is open, with so many people invited per unit. One at a time, as the product has it. */
export function makeOpenPulse(
  org: TestOrganisation,
  people: Partial<Record<UnitName, number>>,
  options: { label?: string; closesAt?: Date } = {},
): Promise<OpenPulse> {
  return asSystem("Test", "wave:run", org.id, async (scope) => {
    const { tx } = scope;
    const orgId = org.id;
    const [made] = await tx
      .insert(wave)
      .values({
        orgId,
        label: options.label ?? "Pulse",
        source: "pulse",
        k: 5,
        opensAt: new Date(Date.now() - 60_000),
        closesAt: options.closesAt ?? new Date(Date.now() + 86_400_000),
        deletesOn: "2028-11-30",
      })
      .returning({ id: wave.id });
    const waveId = made!.id;
    await freezeTree(scope, waveId);
    await tx.insert(waveStatement).values(
      [...STATEMENT_CODES, "X1"].map((code, position) => ({
        orgId,
        waveId,
        code,
        position,
        part: code.startsWith("D") ? "agreement" : code.startsWith("E") ? "frequency" : "extra",
        en: `Statement ${code}`,
      })),
    );
    await tx.update(wave).set({ status: "confirming", launchedAt: new Date() }).where(eq(wave.id, waveId));
    const members: OpenPulse["members"] = {};
    const invited: { memberId: string; unitId: string }[] = [];
    for (const [name, count] of Object.entries(people) as [UnitName, number][]) {
      const rows = await tx
        .insert(teamMember)
        .values(
          Array.from({ length: count }, (_, i) => ({
            orgId,
            unitId: org.units[name],
            name: `Person ${i} of ${name}`,
            email: `p${i}.${name}.${waveId.slice(0, 8)}@${org.slug}.example`,
            startsOn: "2026-01-01",
          })),
        )
        .returning({ id: teamMember.id });
      members[name] = rows.map((r) => r.id);
      invited.push(...rows.map((r) => ({ memberId: r.id, unitId: org.units[name] })));
      await tx.execute(
        sql`update wave_unit set invited = ${count} where wave_id = ${waveId} and unit_id = ${org.units[name]}`,
      );
    }
    await invite(scope, waveId, invited);
    await tx
      .update(wave)
      .set({ status: "open", openedAt: new Date(), receipt: "a".repeat(64) })
      .where(eq(wave.id, waveId));
    const links: OpenPulse["links"] = {};
    for (const [name, ids] of Object.entries(members) as [UnitName, string[]][]) {
      const made = await linksOf(scope, waveId, ids);
      links[name] = ids.map((id) => made.get(id)!);
    }
    return { waveId, links, members };
  });
}
