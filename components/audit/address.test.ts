import { expect, test } from "vitest";
import { exportHref, readAddress, toQuery } from "./address.ts";

test("what is not understood is left out, the rest is kept", () => {
  expect(readAddress({ action: "role.assign", from: "yesterday", to: "2026-11-24", x: "y" })).toEqual({
    tab: "changes",
    filter: { action: "role.assign", to: "2026-11-24" },
  });
  expect(readAddress({ tab: "security", kind: "refused", action: "role.assign" })).toEqual({
    tab: "security",
    filter: { kind: "refused" },
  });
  expect(readAddress({ tab: ["a", "b"], actor: "1 or 1=1" })).toEqual({ tab: "changes", filter: {} });
});

test("an address reads back as it was written", () => {
  const address = readAddress({ tab: "security", kind: "refused", from: "2026-11-01" });
  expect(readAddress(Object.fromEntries(new URLSearchParams(toQuery(address))))).toEqual(address);
  expect(exportHref("north", address)).toBe("/o/north/audit/export?what=security&kind=refused&from=2026-11-01");
});
