import { expect, test } from "vitest";
import {
  assignedCount,
  beadChannels,
  type Window,
  windowsPath,
  withLimit,
  withoutWindow,
  withValueAt,
  withWindow,
} from "./bead-windows.ts";

const windows: readonly Window[] = [
  [1, 2],
  [5, 9],
];

test("a limit is moved, crosses the other one, and is never the other one", () => {
  expect(withLimit(windows, 1, 0, 4.1234567)).toEqual([
    [1, 2],
    [4.1235, 9],
  ]);
  expect(withLimit(windows, 0, 0, 3)).toEqual([
    [2, 3],
    [5, 9],
  ]);
  expect(withLimit(windows, 0, 0, 2)).toEqual(windows);
  expect(withLimit(windows, 0, 1, Number.NaN)).toEqual(windows);
});

test("windows come and go in order", () => {
  expect(withWindow(windows, 3, 4)).toEqual([
    [1, 2],
    [3, 4],
    [5, 9],
  ]);
  expect(withoutWindow(windows, 0)).toEqual([[5, 9]]);
});

const parameters = {
  beads: {
    rainbow: { kind: "fluorescence", channels: { "PE-A": [1, 2] } },
    size: { kind: "scatter", channel: "SSC-A", diameters: [100] },
  },
};

test("windows are kept where the bead set is described", () => {
  const path = (name: string, channel: string) => windowsPath(parameters, "room", name, channel);
  expect(path("rainbow", "PE-A")).toEqual(["parameters", "room", "beads", "rainbow", "peaks", "PE-A"]);
  expect(path("size", "SSC-A")).toEqual(["parameters", "room", "beads", "size", "peaks"]);
  expect(path("size", "PE-A")).toBeNull();
  expect(path("rainbow", "SSC-A")).toBeNull();
  expect(path("constructor", "SSC-A")).toBeNull();
  expect(windowsPath(undefined, "room", "size", "SSC-A")).toBeNull();
  expect(beadChannels(parameters, "rainbow")).toEqual(["PE-A"]);
  expect(beadChannels(parameters, "size")).toEqual(["SSC-A"]);
  expect(beadChannels(parameters, "none")).toEqual([]);
  expect(assignedCount(parameters, "rainbow", "PE-A")).toBe(2);
  expect(assignedCount(parameters, "size", "SSC-A")).toBe(1);
  expect(assignedCount(parameters, "size", "PE-A")).toBeNull();
});

test("a value is put at its path and the rest stays", () => {
  expect(withValueAt({ a: { b: 1 }, c: 2 }, ["a", "d"], 3)).toEqual({ a: { b: 1, d: 3 }, c: 2 });
  expect(withValueAt(undefined, ["a"], null)).toEqual({ a: null });
});
