import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, value } from "../../../../statistics/golden.test-support.ts";
import { countMasks, evaluateGates } from "./evaluate.ts";
import type { Gate, GateAxis } from "./gate.ts";
import { fourQuadrants } from "./quadrants.ts";

const axis = (channel: string): GateAxis => ({ channel, compensated: false, scale: null });
const whole = fc.integer({ min: -20, max: 20 });
const polygons = fc.array(fc.tuple(whole, whole), { minLength: 3, maxLength: 9 });

const threshold = (id: string, channel: string, min: number, parent: string | null = null): Gate => ({
  kind: "rectangle",
  id,
  parent,
  bounds: [{ axis: axis(channel), min, max: null }],
});
const combined = (
  id: string,
  operator: "and" | "or" | "not",
  operands: readonly (readonly [string, boolean])[],
  parent: string | null = null,
): Gate => ({
  kind: "boolean",
  id,
  parent,
  operator,
  operands: operands.map(([gate, complement]) => ({ gate, complement })),
});

describe("hierarchies", () => {
  const x = Float32Array.of(1, 2, 3, 4, 5, 6);
  const y = Float32Array.of(6, 5, 4, 3, 2, 1);
  const column = ({ channel }: GateAxis) => (channel === "x" ? x : channel === "y" ? y : null);
  const run = (...gates: Gate[]) => evaluateGates(gates, column, 6);

  test("children are inside their parents whatever the order of the list", () => {
    const [child, parent] = value(run(threshold("child", "x", 2, "parent"), threshold("parent", "y", 3)));
    expect(Array.from(child!).join("")).toBe("011100");
    expect(Array.from(parent!).join("")).toBe("111100");
  });

  test("a complement is of the operand with its parents, inside the parent of the boolean gate", () => {
    const gates = [
      threshold("p", "x", 2),
      threshold("c", "y", 3, "p"),
      combined("n", "not", [["c", false]]),
      combined("m", "and", [
        ["c", true],
        ["p", false],
      ]),
      combined(
        "o",
        "or",
        [
          ["c", true],
          ["c", false],
        ],
        "p",
      ),
      combined("nn", "not", [["c", true]]),
    ];
    const masks = value(run(...gates)).map((mask) => Array.from(mask).join(""));
    expect(masks).toEqual(["011111", "011100", "100011", "000011", "011111", "011100"]);
  });

  test.each<[string, Gate[], string]>([
    ["a gate that is its own parent", [threshold("a", "x", 1, "a")], "cytometry-gate-cycle"],
    [
      "a circle through a boolean gate",
      [
        threshold("a", "x", 1, "b"),
        combined("b", "or", [
          ["a", false],
          ["c", false],
        ]),
        threshold("c", "x", 1),
      ],
      "cytometry-gate-cycle",
    ],
    ["an unknown parent", [threshold("a", "x", 1, "zz")], "cytometry-gate-unknown"],
    ["an unknown operand", [combined("a", "not", [["zz", false]])], "cytometry-gate-unknown"],
    ["two gates of one name", [threshold("a", "x", 1), threshold("a", "y", 1)], "cytometry-gate-duplicate"],
    ["an unknown channel", [threshold("a", "z", 1)], "cytometry-gate-channel-missing"],
    [
      "a NOT of two",
      [
        threshold("a", "x", 1),
        combined("b", "not", [
          ["a", false],
          ["a", true],
        ]),
      ],
      "cytometry-gate-invalid",
    ],
    ["an OR of one", [threshold("a", "x", 1), combined("b", "or", [["a", false]])], "cytometry-gate-invalid"],
  ])("refuse %s", (_, gates, code) => {
    expect(codes(run(...gates))).toEqual([code]);
  });

  test("name the circle and the unknown gate", () => {
    const circle = run(threshold("a", "x", 1, "b"), threshold("b", "x", 1, "a"));
    expect("issues" in circle && circle.issues[0]!.parameters).toEqual({ gates: "a > b > a" });
    const unknown = run(threshold("a", "x", 1, "zz"));
    expect("issues" in unknown && unknown.issues[0]!.parameters).toEqual({ gate: "a", unknown: "zz" });
  });

  test("a chain of 20,000 parents is ordered without a deep stack", () => {
    const chain = Array.from({ length: 20_000 }, (_, i) =>
      threshold(`g${i}`, "x", 1, i === 19_999 ? null : `g${i + 1}`),
    );
    expect(value(evaluateGates(chain, column, 1))).toHaveLength(20_000);
  });
});

test("counts of a gate and its complement add up, and four quadrants share out all events", () => {
  const numbers = fc.array(fc.tuple(whole, whole), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(numbers, polygons, whole, whole, (points, vertices, atX, atY) => {
      const xs = Float64Array.from(points, ([x]) => x);
      const ys = Float64Array.from(points, ([, y]) => y);
      const gates: Gate[] = [
        { kind: "polygon", id: "p", parent: null, axes: [axis("x"), axis("y")], vertices },
        combined("q", "not", [["p", false]]),
        ...fourQuadrants("s", { axis: axis("x"), at: atX }, { axis: axis("y"), at: atY }, null),
      ];
      const column = ({ channel }: GateAxis) => (channel === "x" ? xs : ys);
      const counts = countMasks(gates, value(evaluateGates(gates, column, points.length)));
      expect(counts.get("p")! + counts.get("q")!).toBe(points.length);
      const shares = ["s--", "s+-", "s-+", "s++"].map((id) => counts.get(id)!);
      expect(shares.reduce((sum, one) => sum + one, 0)).toBe(points.length);
      expect(counts.get("s++")).toBe(points.filter(([x, y]) => x >= atX && y >= atY).length);
    }),
    { numRuns: 300 },
  );
});
