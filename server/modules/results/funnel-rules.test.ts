import { expect, test } from "vitest";
import { funnelOf } from "./funnel-rules.ts";

/** A risk of 0-100 as a sum of sixtieths over n people. */
const sum = (n: number, risk: number) => Math.round(60 * n * (1 + (100 - risk) / 25));
const unit = (unitId: string, n: number, risk: number) => ({
  unitId,
  name: unitId,
  n,
  directionSum: sum(n, risk),
  deliverySum: sum(n, 30),
});
const whole = unit("org", 600, 40);

test("limits of 1.96 and 3.09 standard errors around the organisation, by number of answers", () => {
  const funnel = funnelOf("direction", whole, [unit("a", 100, 42), unit("b", 100, 44.5), unit("c", 400, 44)], 20)!;
  expect(funnel.mean).toBeCloseTo(40, 1);
  expect(funnel.units.map((u) => u.where)).toEqual(["within", "outside", "far_outside"]);
  const at = (n: number) => funnel.limits.find((limit) => limit.answers === n)!;
  expect(at(100).inner[1] - funnel.mean).toBeCloseTo(3.92, 2);
  expect(at(400).outer[0] - funnel.mean).toBeCloseTo(-3.09, 2);
});

test("no funnel of two units, and none around a whole that is not shown", () => {
  expect(funnelOf("direction", whole, [unit("a", 100, 42), unit("b", 100, 46)], 20)).toBeNull();
  const hidden = { ...whole, n: null, directionSum: null, deliverySum: null };
  expect(funnelOf("direction", hidden, [unit("a", 9, 4), unit("b", 9, 4), unit("c", 9, 4)], 20)).toBeNull();
});
