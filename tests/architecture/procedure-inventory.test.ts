import { initTRPC, lazy } from "@trpc/server";
import { expect, test } from "vitest";
import { z } from "zod";
import { OPERATOR_PERMISSIONS, PERMISSIONS } from "#contracts/permissions.ts";
import { appRouter } from "#server/api/root.ts";
import { checkProcedures, listProcedures, type ProcedureMeta } from "./checks/procedure-inventory.ts";

const CATALOGUE = [...PERMISSIONS, ...OPERATOR_PERMISSIONS];

test("every procedure of the product says who may call it, and what comes back", async () => {
  const procedures = await listProcedures(appRouter);
  expect(procedures.length).toBeGreaterThan(0);
  expect(checkProcedures(procedures, CATALOGUE)).toEqual([]);
});

test("reading the router opens no connection", () => {
  expect(process.getActiveResourcesInfo().filter((name) => name.startsWith("TCP"))).toEqual([]);
});

const { router, procedure } = initTRPC.meta<ProcedureMeta>().create();
const read = procedure
  .meta({ permission: "wave:read" })
  .input(z.object({}))
  .output(z.object({}))
  .query(() => ({}));

test("found behind two lazy routers: everything is walked", async () => {
  const inner = router({ list: read });
  const middle = router({ waves: lazy(async () => inner) });
  const whole = router({ first: read, deep: lazy(async () => middle) });
  const paths = (await listProcedures(whole)).map(({ path }) => path);
  expect(paths.sort()).toEqual(["deep.waves.list", "first"]);
});

const bare = procedure.output(z.object({}));
const asked = bare.input(z.object({}));

test.each([
  ["a permission", asked.meta({ permission: "wave:run" }).mutation(() => ({})), 0],
  [
    "open to everybody, with a reason",
    bare.meta({ public: "a health check names nothing and nobody" }).query(() => ({})),
    0,
  ],
  [
    "for everybody signed in, with a reason",
    bare.meta({ signedIn: "lists only the caller's own organisations" }).query(() => ({})),
    0,
  ],
  ["nothing declared", bare.query(() => ({})), 1],
  [
    "two declarations",
    bare.meta({ permission: "wave:read", signedIn: "reads what the caller may" }).query(() => ({})),
    1,
  ],
  ["a permission outside the catalogue", bare.meta({ permission: "wave:burn" }).query(() => ({})), 1],
  ["public without a reason", bare.meta({ public: "yes" }).query(() => ({})), 1],
  ["no output parser", procedure.meta({ permission: "wave:read" }).query(() => ({ secret: 1 })), 1],
])("%s: %# breach", async (_, planted, count) => {
  expect(checkProcedures(await listProcedures(router({ planted })), CATALOGUE)).toHaveLength(count);
});

test("found: a permission that is no resource:action", () => {
  expect(checkProcedures([], ["waves"])).toHaveLength(1);
});
