import type { KeyboardEvent } from "react";
import type { AxisView } from "vesica/kernel";
import { expect, test } from "vitest";
import { cloudFiles } from "./cloud-files.ts";
import { binsFor, type Desk } from "./desk.ts";
import { editedFrom, isSameEdited } from "./gate-store.ts";
import type { Gate } from "./gates.ts";
import { pressedOnGate, pressedOnHandle, pressedOnPlot } from "./plot-keys.ts";

const x: AxisView = { axis: "A", cofactor: null, from: 0, to: 100 };
const y: AxisView = { axis: "B", cofactor: null, from: 0, to: 100 };
const box: Gate = {
  kind: "rectangle",
  id: "box",
  parent: null,
  bounds: [{ channel: "A", min: 10, max: 20 }],
};

/** A desk that writes down what is done with it. */
function deskOf(more: Partial<Desk>) {
  const done: unknown[] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) =>
      void done.push([name, ...given]);
  const desk = {
    views: { x, y },
    whole: { x, y },
    gates: [box],
    selected: box,
    drawing: null,
    cursor: { x: 0.5, y: 0.5 },
    tool: "select",
    ...Object.fromEntries(
      [
        "look",
        "undo",
        "redo",
        "point",
        "place",
        "take",
        "select",
        "editGate",
        "removeGate",
        "setDrawing",
      ].map((name) => [name, note(name)]),
    ),
    ...more,
  } as unknown as Desk;
  return { desk, done };
}
const key = (name: string, more: Partial<KeyboardEvent> = {}) =>
  ({
    key: name,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    ...more,
  }) as KeyboardEvent;

test("while drawing, arrows move the crosshair, Enter places, Backspace takes back, Escape ends", () => {
  const { desk, done } = deskOf({ drawing: { kind: "polygon", corners: [[1, 2]] } });
  for (const name of ["ArrowRight", "Enter", "Backspace", "Escape"])
    expect(pressedOnPlot(desk, key(name))).toBe(true);
  expect(pressedOnPlot(desk, key("Tab"))).toBe(false);
  expect(pressedOnGate(desk, "box", key("ArrowRight"))).toBe(false);
  expect(done).toEqual([
    ["point", { x: 0.505, y: 0.5 }],
    ["place", { x: 0.5, y: 0.5 }],
    ["setDrawing", { kind: "polygon", corners: [] }],
    ["take", "select"],
  ]);
});

test("otherwise arrows move the view, + and - zoom, 0 shows the whole, Ctrl+Z takes back", () => {
  const { desk, done } = deskOf({});
  for (const name of ["ArrowUp", "+", "-", "0"]) expect(pressedOnPlot(desk, key(name))).toBe(true);
  pressedOnPlot(desk, key("z", { ctrlKey: true }));
  pressedOnPlot(desk, key("Z", { metaKey: true, shiftKey: true }));
  expect(pressedOnPlot(desk, key("c", { ctrlKey: true }))).toBe(false);
  expect(done.map((each) => (each as string[])[0])).toEqual(["look", "look", "look", "look", "undo", "redo"]);
  expect(done[0]).toEqual(["look", { x, y: { ...y, from: 5, to: 105 } }]);
});

test("a gate is moved, one step while a key is held, and taken out; only with the tool for it", () => {
  const { desk, done } = deskOf({});
  pressedOnGate(desk, "box", key("ArrowRight", { shiftKey: true, repeat: true }));
  pressedOnGate(desk, "box", key("Delete"));
  expect(done).toEqual([
    ["editGate", { ...box, bounds: [{ channel: "A", min: 15, max: 25 }] }, true],
    ["removeGate", "box"],
  ]);
  const looking = deskOf({ tool: "look" });
  expect(pressedOnGate(looking.desk, "box", key("Delete"))).toBe(false);
  expect(pressedOnGate(looking.desk, "box", key("Enter"))).toBe(true);
  expect(looking.done).toEqual([
    ["select", "box"],
    ["take", "select"],
  ]);
});

test("a corner is moved by its key", () => {
  const { desk, done } = deskOf({});
  expect(pressedOnHandle(desk, 1, key("ArrowLeft"))).toBe(true);
  expect(done[0]).toMatchObject(["editGate", { bounds: [{ channel: "A", min: 10, max: 19.5 }] }, false]);
  expect(pressedOnHandle(desk, 1, key("a"))).toBe(false);
});

test("what is drawn is the same as in the study when it would write the same", () => {
  const study = editedFrom(
    { gates: [{ kind: "rectangle", id: "a", bounds: [] }], population: "a" },
    "gates",
    "population",
  );
  expect(study).toMatchObject({ population: "a", gates: [{ id: "a", parent: null }] });
  expect(isSameEdited(study, { ...study, gates: [...study.gates] })).toBe(true);
  expect(isSameEdited(study, { ...study, population: null })).toBe(false);
  expect(editedFrom(undefined, "gates", null)).toEqual({ gates: [], population: null });
});

test("pictures have as many bins as their points fill", () => {
  expect([0, 7000, 50_000, 1e6, 1e9].map(binsFor)).toEqual([128, 160, 448, 512, 512]);
});

test("files that a room reads are offered, FCS first", () => {
  const files = ["a.csv", "b.FCS", "c.txt"].map((name) => ({ name }));
  const found = new Map([
    ["a.csv", { format: "nta" }],
    ["b.FCS", { format: "fcs" }],
    ["c.txt", { format: null }],
  ] as const);
  expect(cloudFiles(files, found)).toEqual(["b.FCS", "a.csv"]);
});
