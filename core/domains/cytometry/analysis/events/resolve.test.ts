import { expect, test } from "vitest";
import type { Gate, GateAxis } from "../../operations/gates/gate.ts";
import { eventData } from "./events.test-support.ts";
import { emptyPlan } from "./plan.ts";
import { resolveGates } from "./resolve.ts";
import { runEvents } from "./run.ts";
import { scaleTable } from "./scale-table.ts";

const axis = (channel: string): GateAxis => ({
  channel,
  compensated: false,
  scale: { kind: "cofactor", cofactor: 10 },
});

const gates: Gate[] = [
  {
    id: "both",
    parent: null,
    kind: "boolean",
    operator: "and",
    operands: [
      { gate: "bright", complement: false },
      { gate: "square", complement: true },
    ],
  },
  { id: "bright", parent: "round", kind: "rectangle", bounds: [{ axis: axis("B"), min: 1, max: null }] },
  {
    id: "square",
    parent: null,
    kind: "polygon",
    axes: [axis("A"), axis("B")],
    vertices: [
      [0, 0],
      [3, 0],
      [3, 3],
      [0, 3],
    ],
  },
  {
    id: "round",
    parent: null,
    kind: "ellipsoid",
    axes: [axis("B")],
    mean: [0],
    covariance: [[4]],
    distanceSquare: 1,
  },
];

const place = (x: number) => Math.asinh(x / 10);

test("gates by name count the same events as their definitions", async () => {
  const rows = Array.from({ length: 500 }, (_, i) => [(i % 25) * 7 - 60, Math.floor(i / 25) * 9 - 40]);
  let tables = 0;
  const resolved = resolveGates(gates, ["A", "B"], () => {
    tables++;
    return scaleTable(place, -20, 20);
  });
  const tally = await runEvents(eventData([{}, {}], rows, true), { ...emptyPlan, gates: resolved });
  const inside = rows.map(([a, b]) => {
    const [x, y] = [place(a!), place(b!)];
    const square = x >= 0 && x <= 3 && y >= 0 && y <= 3;
    const round = Math.abs(y) <= 2;
    return [round && y >= 1 && !square, round && y >= 1, square, round];
  });
  expect(tally.gates).toEqual([0, 1, 2, 3].map((g) => inside.filter((one) => one[g]).length));
  expect(tables).toBe(4);
});

test("a name that is not there throws", () => {
  expect(() => resolveGates(gates, ["A"], () => scaleTable(place, -20, 20))).toThrow("B is not among A");
});
