import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createAutosave, type Outcome } from "./autosave.ts";

type Result = Outcome<number, { theirs: string }>;
const saved = (revision: number): Result => ({ kind: "saved", revision });

function autosaveOf(answers: (Result | "broken")[], send = vi.fn<(v: string, r: number) => Promise<Result>>()) {
  for (const answer of answers) {
    if (answer === "broken") send.mockRejectedValueOnce(new Error("no connection"));
    else send.mockResolvedValueOnce(answer);
  }
  const autosave = createAutosave<string, number, { theirs: string }>({
    value: "",
    revision: 0,
    same: (a, b) => a === b,
    send,
    following: (r) => r + 1,
  });
  return { autosave, send };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test("two seconds after the last key, once, and not when nothing changed", async () => {
  const { autosave, send } = autosaveOf([saved(1)]);
  autosave.set("a");
  await vi.advanceTimersByTimeAsync(1_500);
  autosave.set("ab");
  await vi.advanceTimersByTimeAsync(1_900);
  expect(send).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(send.mock.calls).toEqual([["ab", 0]]);
  expect(autosave.getState().kind).toBe("saved");
  autosave.set("ab");
  await vi.advanceTimersByTimeAsync(10_000);
  expect(send).toHaveBeenCalledTimes(1);
});

test("what is typed during a save goes after it, based on it", async () => {
  const { autosave, send } = autosaveOf([saved(1), saved(2)]);
  autosave.set("a");
  const first = autosave.run();
  autosave.set("ab");
  await first;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(send.mock.calls).toEqual([
    ["a", 0],
    ["ab", 1],
  ]);
});

test("a broken connection keeps the text, says so, and is tried again until it works", async () => {
  const { autosave, send } = autosaveOf(["broken", "broken", saved(1)]);
  autosave.set("a");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(autosave.getState().kind).toBe("broken");
  expect(autosave.isDirty()).toBe(true);
  await vi.advanceTimersByTimeAsync(13_000);
  expect(send).toHaveBeenCalledTimes(3);
  expect(autosave.getState().kind).toBe("saved");
  expect(autosave.isDirty()).toBe(false);
});

test("a conflict stops it; going on is based on the other editor's revision", async () => {
  const { autosave, send } = autosaveOf([{ kind: "conflict", conflict: { theirs: "theirs" } }, saved(8)]);
  autosave.set("mine");
  await vi.advanceTimersByTimeAsync(2_000);
  autosave.set("mine too");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(send).toHaveBeenCalledTimes(1);
  autosave.resolve("both", "theirs", 7);
  await vi.advanceTimersByTimeAsync(0);
  expect(send.mock.calls[1]).toEqual(["both", 7]);
});

test("keeping theirs sends nothing", async () => {
  const { autosave, send } = autosaveOf([{ kind: "conflict", conflict: { theirs: "theirs" } }]);
  autosave.set("mine");
  await vi.advanceTimersByTimeAsync(2_000);
  autosave.resolve("theirs", "theirs", 7);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(send).toHaveBeenCalledTimes(1);
});

test("after a refusal nothing is sent any more, also not on leaving", async () => {
  const { autosave, send } = autosaveOf([{ kind: "refused", message: "closed" }]);
  autosave.set("a");
  await vi.advanceTimersByTimeAsync(2_000);
  autosave.set("ab");
  autosave.leave();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(send).toHaveBeenCalledTimes(1);
});

test("leaving sends what is not saved, at once, based on what is under way", async () => {
  const { autosave, send } = autosaveOf([saved(1), saved(2)]);
  autosave.leave();
  expect(send).not.toHaveBeenCalled();
  autosave.set("a");
  const first = autosave.run();
  autosave.leave();
  expect(send).toHaveBeenCalledTimes(1);
  autosave.set("ab");
  autosave.leave();
  expect(send.mock.calls[1]).toEqual(["ab", 1]);
  await first;
});

test("a double click on Continue sends one after the other", async () => {
  const { autosave } = autosaveOf([]);
  const order: string[] = [];
  const close = async (v: string, r: number): Promise<Result> => {
    order.push(`${v}${r}`);
    return saved(r + 1);
  };
  autosave.set("a");
  await Promise.all([autosave.run(close), autosave.run(close)]);
  expect(order).toEqual(["a0", "a1"]);
});
