import { describe, expect, test } from "vitest";
import { closedUnits, foldOf, readAddress, tableInput, teamIn, unitIn, waveIn, writeAddress } from "./address.ts";

const ID = "6f9a3a1e-5b0c-4c5e-9a57-6d1f6f0d9c11";

describe("an address", () => {
  test.each([
    [""],
    ["?tab=quadrant"],
    [`?tab=trend&unit=${ID}`],
    [`?wave=${ID}&view=supervisors&sort=worse&statements=yes&against=yes&compact=yes&fold=shut.0a1b2c3d`],
  ])("survives reading and writing: %s", (text) =>
    expect(writeAddress(readAddress(Object.fromEntries(new URLSearchParams(text))))).toBe(text),
  );

  test("what is not understood is left out", () =>
    expect(
      writeAddress(
        readAddress({
          tab: "pie",
          wave: "1; drop",
          view: "mine",
          sort: "supervisor",
          statements: "1",
          fold: "half.zz",
          unit: ["a", "b"],
          k: "1",
        }),
      ),
    ).toBe(""));

  test("asks for statements only on the heatmap, and never for a smaller group", () => {
    const address = readAddress({ wave: ID, view: "counted", statements: "yes", k: "1", k2: "1" });
    expect(tableInput(address)).toEqual({ waveId: ID, view: "counted", statements: true });
    expect(tableInput({ ...address, tab: "quadrant" })).toEqual({ waveId: ID, view: "counted" });
  });

  test.each([
    [ID, ID],
    ["no id", undefined],
    [undefined, undefined],
  ])("ids: %s", (text, id) => {
    expect(waveIn({ wave: text })).toBe(id);
    expect(teamIn({ team: text })).toBe(id);
    expect(unitIn(text ?? "")).toBe(id);
  });
});

describe("closed units", () => {
  const units = ["0a1b2c3d-1", "1a1b2c3d-2", "2a1b2c3d-3"];
  test.each([[[]], [["0a1b2c3d-1"]], [["0a1b2c3d-1", "2a1b2c3d-3"]], [units]])("%j come back", (closed) =>
    expect(closedUnits(foldOf(new Set(closed), units), units, 3)).toEqual(closed),
  );
  test("a long table opens closed, a short one open", () => {
    expect(closedUnits(null, units, 2000)).toEqual(units);
    expect(closedUnits(null, units, 200)).toEqual([]);
  });
});
