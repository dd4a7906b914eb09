import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import type { Spillover } from "../../measurement.ts";
import golden from "./compensation.golden.json" with { type: "json" };
import { compensate, compensationOf } from "./compensation.ts";
import { compensation } from "./matrix-operations.ts";

const spilloverOf = (matrix: readonly (readonly number[])[]): Spillover => ({
  keyword: "$SPILLOVER",
  applied: false,
  channels: matrix.map((_, i) => i),
  matrix,
});
const three = [
  [1, 0.12, 0.01],
  [0.04, 1, 0.15],
  [0, 0.02, 1],
];
const columnsOf = (events: readonly (readonly number[])[]) =>
  events[0]!.map((_, j) => Float64Array.from(events, (event) => event[j]!));

test("TV-B3: (1020, 624, 285) was (1000, 500, 200) before it spilled", () => {
  const columns = columnsOf([[1020, 624, 285]]);
  compensate(value(compensationOf(spilloverOf(three))), columns);
  [1000, 500, 200].forEach((wanted, j) => {
    expect(Math.abs(columns[j]![0]! - wanted)).toBeLessThan(1e-10);
  });
});

test("TV-B3 as an operation, and back by the spillover itself", () => {
  const input = compensation.input.parse({ spillover: three, events: [[1020, 624, 285]] });
  const found = value(compensation.run(input, compensation.parameters.parse({})));
  const [event] = found.events;
  const back = three[0]!.map((_, j) => event!.reduce((sum, one, i) => sum + one * three[i]![j]!, 0));
  [1020, 624, 285].forEach((wanted, j) => {
    expect(Math.abs(back[j]! - wanted)).toBeLessThan(1e-10);
  });
  expect(found).toMatchObject({ normalised: false });
});

test("12 channels agree with exact fractions and with FlowUtils, negative values kept", () => {
  const { spillover, events, exact, flowutils, condition } = golden.compensation;
  const made = value(compensationOf(spilloverOf(spillover)));
  const columns = columnsOf(events);
  const out = columns.map((column) => new Float64Array(column.length));
  compensate(made, columns, out);
  events.forEach((_, e) => {
    out.forEach((column, j) => {
      expect(Math.abs(column[e]! - exact[e]![j]!)).toBeLessThan(1e-11);
      expect(Math.abs(column[e]! - flowutils[e]![j]!)).toBeLessThan(1e-11);
    });
  });
  expect(exact.flat().some((one) => one < 0)).toBe(true);
  expect(Math.abs(made.condition / condition - 1)).toBeLessThan(1e-14);
});

test("only the channels of the matrix are touched, in the order that it names", () => {
  const made = value(
    compensationOf({
      keyword: "SPILL",
      applied: false,
      channels: [3, 1],
      matrix: [
        [1, 0.5],
        [0, 1],
      ],
    }),
  );
  const columns = [[7], [60], [8], [100]].map((one) => Float32Array.from(one));
  compensate(made, columns);
  expect(columns.map((column) => column[0])).toEqual([7, 10, 8, 100]);
});

test("only the first `count` events are compensated", () => {
  const columns = columnsOf(Array.from({ length: 1500 }, () => [1020, 624, 285]));
  compensate(value(compensationOf(spilloverOf(three))), columns, columns, 1100);
  expect(Math.round(columns[0]![1099]!)).toBe(1000);
  expect(columns[0]![1100]).toBe(1020);
});

describe("warnings", () => {
  test("a row whose diagonal is not 1 is divided by it, or applied as stated", () => {
    const percent = spilloverOf(three.map((row) => row.map((one) => 100 * one)));
    const divided = compensationOf(percent);
    expect(codes(divided)).toEqual(["cytometry-spillover-diagonal"]);
    const same = value(compensationOf(spilloverOf(three))).inverse.values;
    value(divided).inverse.values.forEach((one, i) => {
      expect(Math.abs(one - same[i]!)).toBeLessThan(1e-15);
    });
    const stated = compensationOf(percent, "as-stated");
    expect(codes(stated)).toEqual(["cytometry-spillover-off-diagonal"]);
    value(stated).inverse.values.forEach((one, i) => {
      expect(Math.abs(one - same[i]! / 100)).toBeLessThan(1e-16);
    });
  });
  test("a spillover above 1 is told with its place", () => {
    const result = compensationOf(
      spilloverOf([
        [1, 0.1],
        [1.3, 1],
      ]),
    );
    expect(codes(result)).toEqual(["cytometry-spillover-off-diagonal"]);
    expect("warnings" in result && result.warnings[0]!.parameters).toEqual({
      n: 1,
      row: 2,
      column: 1,
      value: 1.3,
    });
  });
  test("a condition number above 1e3 is told", () => {
    const result = compensationOf(
      spilloverOf([
        [1, 0.999],
        [0.999, 1],
      ]),
    );
    expect(codes(result)).toEqual(["cytometry-spillover-ill-conditioned"]);
    expect(Math.abs(value(result).condition - 1999)).toBeLessThan(1e-6);
  });
});

test.each<[string, Spillover]>([
  [
    "cytometry-spillover-singular",
    spilloverOf([
      [1, 1],
      [1, 1],
    ]),
  ],
  [
    "cytometry-spillover-singular",
    spilloverOf([
      [1, 1],
      [1, 1 + 1e-14],
    ]),
  ],
  [
    "cytometry-spillover-zero-diagonal",
    spilloverOf([
      [0, 1],
      [1, 1],
    ]),
  ],
  [
    "cytometry-spillover-number",
    spilloverOf([
      [1, Number.NaN],
      [0, 1],
    ]),
  ],
  [
    "cytometry-spillover-number",
    spilloverOf([
      [1e-200, 1e200],
      [0, 1],
    ]),
  ],
  [
    "cytometry-spillover-shape",
    spilloverOf([
      [1, 0, 0],
      [0, 1, 0],
    ]),
  ],
  ["cytometry-spillover-shape", spilloverOf([])],
  [
    "cytometry-spillover-channel",
    {
      ...spilloverOf([
        [1, 0],
        [0, 1],
      ]),
      channels: [2, 2],
    },
  ],
  [
    "cytometry-spillover-channel",
    {
      ...spilloverOf([
        [1, 0],
        [0, 1],
      ]),
      channels: [0, -1],
    },
  ],
])("%s is refused", (code, spillover) => {
  const result = compensationOf(spillover);
  expect("issues" in result).toBe(true);
  expect(codes(result)).toContain(code);
});

test("an event with too few values is refused", () => {
  const input = compensation.input.parse({
    spillover: three,
    events: [
      [1, 2, 3],
      [1, 2],
    ],
  });
  expect(codes(compensation.run(input, { diagonal: "normalise" }))).toEqual(["cytometry-events-shape"]);
});

test("what is spilled is found again", () => {
  const small = fc.double({ min: 0, max: 0.2, noNaN: true });
  const matrices = fc
    .integer({ min: 1, max: 6 })
    .chain((n) => fc.array(fc.array(small, { minLength: n, maxLength: n }), { minLength: n, maxLength: n }))
    .map((rows) => rows.map((row, i) => row.map((one, j) => (i === j ? 1 : one / row.length))));
  fc.assert(
    fc.property(matrices, fc.integer({ min: 1, max: 1200 }), (matrix, count) => {
      const truth = Array.from({ length: count }, (_, e) => matrix.map((_, j) => 1000 * Math.sin(e + 3 * j)));
      const seen = truth.map((event) =>
        matrix.map((_, j) => event.reduce((sum, one, i) => sum + one * matrix[i]![j]!, 0)),
      );
      const columns = columnsOf(seen);
      compensate(value(compensationOf(spilloverOf(matrix))), columns);
      const worst = Math.max(
        ...truth.flatMap((event, e) => event.map((one, j) => Math.abs(columns[j]![e]! - one))),
      );
      expect(worst).toBeLessThan(1e-10);
    }),
    { numRuns: 40, seed: 21 },
  );
});

test("a message about a matrix without an inverse holds no infinite number", () => {
  const result = compensationOf(
    spilloverOf([
      [1, 1],
      [1, 1],
    ]),
  );
  const issues = "issues" in result ? result.issues : [];
  expect(issues.map(({ code }) => code)).toEqual(["cytometry-spillover-singular"]);
  expect(JSON.parse(JSON.stringify(issues))).toEqual(issues);
  expect(issues[0]!.message.en).not.toContain("Infinity");
});
