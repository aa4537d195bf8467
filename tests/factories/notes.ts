import { eq } from "drizzle-orm";
import { wave } from "#db/schema/waves.ts";
import { asSystem } from "#server/authz/index.ts";
import { sealPulse } from "#server/disclosure/index.ts";
import { publishRelease } from "#server/modules/releases/index.ts";
import { giveToVault, parseLink } from "#server/modules/responses/index.ts";
import type { TestOrganisation, UnitName } from "./organisation.ts";
import { makeOpenPulse } from "./pulse.ts";

type Part = { people: number; notes?: readonly string[]; answers?: readonly (number | null)[] };

/** Answers a pulse over the vault, the first people of each unit with a note, seals it and publishes. Returns the wave. */
export async function publishPulse(
  org: TestOrganisation,
  label: string,
  parts: Partial<Record<UnitName, Part>>,
): Promise<string> {
  const units = Object.entries(parts) as [UnitName, Part][];
  const invited = Object.fromEntries(units.map(([name, part]) => [name, part.people]));
  const { waveId, links } = await makeOpenPulse(org, invited, { label });
  for (const [name, { notes = [], answers = Array(12).fill(3) }] of units) {
    for (const [index, link] of (links[name] ?? []).entries()) {
      const outcome = await giveToVault(parseLink(link.slice("/r/".length))!, {
        answers: [...answers],
        extra: null,
        locals: Array(5).fill(null),
        note: notes[index] ?? null,
      });
      if (outcome !== "received") throw new Error(`the vault said ${outcome}`);
    }
  }
  await asSystem("Test", "wave:run", org.id, ({ tx }) =>
    tx.update(wave).set({ status: "closing", closedAt: new Date() }).where(eq(wave.id, waveId)),
  );
  await sealPulse(org.id, waveId);
  await publishRelease(org.id, waveId);
  return waveId;
}
