import { eq } from "drizzle-orm";
import type { Settings } from "#contracts/settings.ts";
import { organisationSetting } from "#db/schema/register.ts";
import { command, UNCHANGED } from "#server/kernel/command.ts";
import type { Scope } from "#server/kernel/scope.ts";
import { readSettings } from "./read-settings.ts";

/** From now on: a wave that has begun keeps its own k. */
export const changeSettings = command(
  "organisation.settings",
  async (scope: Scope<"setting:manage">, input: Settings) => {
    const before = await readSettings(scope);
    const names = (Object.keys(input) as (keyof Settings)[]).filter((name) => before[name] !== input[name]);
    if (names.length === 0) return { view: input, audit: UNCHANGED };
    await scope.tx.update(organisationSetting).set(input).where(eq(organisationSetting.orgId, scope.organisation.id));
    const only = (settings: Settings) => Object.fromEntries(names.map((name) => [name, settings[name]]));
    return {
      view: input,
      audit: {
        subjectId: scope.organisation.id,
        subject: scope.organisation.name,
        before: only(before),
        after: only(input),
      },
    };
  },
);
