import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codes, value, worstError } from "../../../../statistics/golden.test-support.ts";
import golden from "./auto-gates.golden.json" with { type: "json" };
import { controlThreshold } from "./control-threshold.ts";
import { densityGate, insideDensity } from "./density.ts";
import { evaluateGates } from "./evaluate.ts";
import type { GateAxis } from "./gate.ts";
import { gridFromBits, gridHistogram, gridIndex, gridLower } from "./grid.ts";
import { singletGate } from "./singlets.ts";
import { judgeSlices, stabilityGate, stabilityGates } from "./stability.ts";

describe("the grid of 32 bins per octave", () => {
  test("has its edges at 2^k (1 + j / 32), 0 at bin 8192", () => {
    expect(gridIndex(0)).toBe(8192);
    expect(gridIndex(-0)).toBe(8192);
    expect(gridLower(8192)).toBe(0);
    expect([1, 1.03, 1.04, 2].map((x) => gridLower(gridIndex(x)))).toEqual([1, 1, 1 + 1 / 32, 2]);
    expect(gridIndex(2) - gridIndex(1)).toBe(32);
    expect(gridIndex(1024) - gridIndex(1)).toBe(320);
    expect(gridIndex(Number.NaN)).toBe(-1);
  });

  test("ascends with the number, and a bin holds its numbers", () => {
    const numbers = fc.float({ noNaN: true });
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        if (a < b) expect(gridIndex(a)).toBeLessThanOrEqual(gridIndex(b));
        for (const x of [a, b]) {
          if (!Number.isFinite(x)) continue;
          expect(gridLower(gridIndex(x))).toBeLessThanOrEqual(x);
          expect(gridLower(gridIndex(x) + 1)).toBeGreaterThan(x);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("negative bins mirror the positive ones, ending with minus their edges", () => {
    for (const x of [1e-30, 0.7, 1.01, 3, 262143]) {
      const index = gridIndex(x);
      expect(gridIndex(-x)).toBe(2 * 8192 - 1 - index);
      expect(gridIndex(-gridLower(index))).toBe(2 * 8192 - 1 - index);
      expect(gridIndex(-gridLower(index + 1))).toBe(2 * 8192 - 2 - index);
    }
  });

  test("histograms by the bits of the numbers come onto the grid", () => {
    fc.assert(
      fc.property(fc.array(fc.float({ noNaN: true }).filter((x) => !Object.is(x, -0))), (values) => {
        const counts = new Map<number, number>();
        for (const bits of new Uint32Array(Float32Array.from(values).buffer)) {
          counts.set(bits >>> 18, (counts.get(bits >>> 18) ?? 0) + 1);
        }
        const byBits = [...counts].map(([index, count]) => ({ index, count }));
        expect(gridFromBits(byBits)).toEqual(gridHistogram(values));
      }),
    );
  });

  test("histograms keep every number", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true })), (values) => {
        const bins = gridHistogram([...values, Number.NaN]);
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(bins.map(({ index }) => index)).toEqual(
          [...new Set(values.map(gridIndex))].sort((a, b) => a - b),
        );
      }),
    );
  });
});

describe("the threshold from a control", () => {
  test("equals trying every edge of the grid, its interval the binomial ranks", () => {
    for (const { values, rows } of golden.thresholds) {
      for (const { fraction, level, threshold, above, interval } of rows) {
        const got = value(controlThreshold(gridHistogram(values), fraction, level));
        expect([got.threshold, got.above, got.events]).toEqual([threshold, above, values.length]);
        expect(got.interval && [got.interval.lower, got.interval.upper]).toEqual(interval);
        expect(got.flags.includes("threshold_interval_open")).toBe(interval === null);
        expect(got.flags.includes("few_control_events")).toBe(values.length * fraction < 1);
      }
    }
  });

  test("leaves at most the fraction above, and one bin lower would leave more", () => {
    const values = fc.array(fc.float({ noNaN: true, min: -1000, max: 1000 }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(values, fc.double({ min: 0.005, max: 0.5, noNaN: true }), (control, fraction) => {
        const got = value(controlThreshold(gridHistogram(control), fraction, 0.95));
        const above = (limit: number) => control.filter((one) => one >= limit).length;
        expect(got.above).toBe(above(got.threshold));
        expect(got.above).toBeLessThanOrEqual(control.length * fraction + 1e-9);
        expect(above(gridLower(gridIndex(got.threshold) - 1))).toBeGreaterThan(
          control.length * fraction - 1e-9,
        );
        if (got.interval) {
          expect(got.interval.lower).toBeLessThanOrEqual(got.threshold);
          expect(got.interval.upper).toBeGreaterThanOrEqual(got.threshold);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("covers the true quantile at the stated rate", () => {
    // Park and Miller's minimal standard generator, exponential numbers
    let state = 12345;
    const uniform = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const truth = -Math.log(0.05);
    let covered = 0;
    const runs = 600;
    for (let run = 0; run < runs; run++) {
      const control = Float64Array.from({ length: 400 }, () => -Math.log(uniform()));
      const { interval } = value(controlThreshold(gridHistogram(control), 0.05, 0.95));
      if (interval!.lower <= truth && truth <= interval!.upper) covered++;
    }
    expect(covered / runs).toBeGreaterThanOrEqual(0.95);
  });

  test("is refused for an empty control, a fraction out of range and a control at the top of the numbers", () => {
    expect(codes(controlThreshold([], 0.01, 0.95))).toEqual(["cytometry-control-empty"]);
    expect(codes(controlThreshold(gridHistogram([1]), 1, 0.95))).toEqual(["cytometry-auto-gate-parameter"]);
    const infinite = gridHistogram([1, Number.POSITIVE_INFINITY]);
    expect(codes(controlThreshold(infinite, 0.01, 0.95))).toEqual(["cytometry-control-off-scale"]);
  });
});

describe("the density gate", () => {
  const { x, y, cases } = golden.density;
  const axes = [x, y].map((values) => ({ values, from: 0, to: 1 })) as [never, never];
  test.each(cases)(
    "keeps FlowCal's events with $bins bins, smoothing $smoothing, fraction $fraction",
    (one) => {
      const got = value(densityGate(...axes, one));
      expect(Array.from(got.mask).join("")).toBe(one.mask);
      expect(got.kept).toBe(one.mask.replaceAll("0", "").length);
      expect(got.kept).toBeGreaterThanOrEqual(one.fraction * got.inPlane);
      expect(got.assumptions).toEqual(["density_gate"]);
      const again = x.map((value, i) => (insideDensity(got, value, y[i]!) ? "1" : "0")).join("");
      expect(again).toBe(one.mask);
    },
  );

  test("without smoothing keeps the fullest bins", () => {
    const values = Array.from({ length: 160 }, (_, i) => (i < 100 ? 0.5 : i / 160));
    const plane = { values, from: 0, to: 1 };
    const got = value(densityGate(plane, plane, { fraction: 0.6, bins: 16, smoothing: 0 }));
    expect(got.accepted.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(got.kept).toBe(100);
  });

  test.each([
    [{ fraction: 1, bins: 64, smoothing: 1 }, "cytometry-auto-gate-parameter"],
    [{ fraction: 0.5, bins: 5000, smoothing: 1 }, "cytometry-auto-gate-parameter"],
    [{ fraction: 0.5, bins: 64, smoothing: Number.NaN }, "cytometry-auto-gate-parameter"],
  ])("refuses %j", (parameters, code) => {
    expect(codes(densityGate(...axes, parameters))).toEqual([code]);
  });

  test("refuses fewer than 100 events in the plane", () => {
    const few = { values: [0.5, 0.6], from: 0, to: 1 };
    const parameters = { fraction: 0.5, bins: 64, smoothing: 1 };
    expect(codes(densityGate(few, few, parameters))).toEqual(["cytometry-auto-gate-too-few"]);
  });
});

describe("the singlet gate", () => {
  const { area, height, ratio, spread, kept } = golden.singlets;
  const made = (width: number) =>
    singletGate({
      id: "singlets",
      parent: null,
      area: { channel: "A", values: area },
      height: { channel: "H", values: height },
      width,
    });

  test("is the median ratio and its scaled median absolute deviation", () => {
    const got = value(made(3));
    expect(worstError([got.ratio, got.spread], [ratio, spread])).toBeLessThan(1e-14);
    expect(got.assumptions).toEqual(["singlet_gate"]);
    expect(got.used).toBe(400);
    const { gate } = got;
    expect(gate.kind === "polygon" && gate.vertices[1]![0]).toBe(Math.max(...height));
  });

  test.each([
    [2, 0],
    [3, 1],
    [5, 2],
  ] as const)("keeps the events of a band of %d deviations, doublets apart", (width, at) => {
    const { gate } = value(made(width));
    const columns = { A: Float64Array.from(area), H: Float64Array.from(height) };
    const column = ({ channel }: GateAxis) => columns[channel as "A" | "H"];
    const [mask] = value(evaluateGates([gate], column, 400));
    expect(mask!.reduce((sum, one) => sum + one, 0)).toBe(kept[at]);
    expect(mask!.subarray(0, 40).reduce((sum, one) => sum + one, 0)).toBe(0);
  });

  test("reaches up to the height that is given", () => {
    const input = {
      id: "s",
      parent: "p",
      area: { channel: "A", values: area },
      height: { channel: "H", values: height },
    };
    const { gate } = value(singletGate({ ...input, width: 3, top: 1e6 }));
    expect(gate).toMatchObject({ parent: "p", axes: [{ channel: "H" }, { channel: "A" }] });
    expect(gate.kind === "polygon" && gate.vertices.map(([h]) => h)).toEqual([0, 1e6, 1e6]);
  });

  test("is refused for few events, no spread and a width of 0", () => {
    const same = Array.from({ length: 100 }, (_, i) => i + 1);
    const of = (values: number[], width: number) =>
      singletGate({
        id: "s",
        parent: null,
        area: { channel: "A", values },
        height: { channel: "H", values },
        width,
      });
    expect(codes(of([1, 2], 3))).toEqual(["cytometry-auto-gate-too-few"]);
    expect(codes(of(same, 3))).toEqual(["cytometry-auto-gate-no-spread"]);
    expect(codes(of(same, 0))).toEqual(["cytometry-auto-gate-parameter"]);
  });
});

describe("the stability gate", () => {
  const { time, watched, slices, counts, medians, rateZ, medianZ, limit, dropped } = golden.stability;
  const got = value(stabilityGate(time, watched, slices, limit));

  test("counts and medians of the slices are NumPy's, their z SciPy's", () => {
    expect(got.slices.map(({ events }) => events)).toEqual(counts);
    expect(got.slices.map(({ median }) => median)).toEqual(medians);
    expect(
      worstError(
        got.slices.map((one) => one.rateZ),
        rateZ,
      ),
    ).toBeLessThan(1e-12);
    expect(
      worstError(
        got.slices.map((one) => one.medianZ ?? 0),
        medianZ.map((z) => z ?? 0),
      ),
    ).toBeLessThan(1e-12);
  });

  test("drops the disturbed slices and says how many events that were", () => {
    expect(got.slices.flatMap((one, i) => (one.dropped ? [i] : []))).toEqual(dropped);
    expect(got.droppedEvents).toBe(dropped.reduce((sum, i) => sum + counts[i]!, 0));
    expect(got.mask.reduce((sum, one) => sum + one, 0)).toBe(time.length - got.droppedEvents);
    expect(got.flags).toEqual(["events_dropped_in_time"]);
    expect(got.assumptions).toEqual(["stable_flow"]);
  });

  test("the gates of the kept time hold the events of the mask", () => {
    const gates = stabilityGates(got, "Time", "stable", null);
    expect(gates.map(({ id }) => id)).toEqual(["stable 1", "stable 2", "stable"]);
    const masks = value(evaluateGates(gates, () => Float64Array.from(time), time.length));
    expect(masks[2]).toEqual(got.mask);
    const even = Array.from({ length: 1000 }, (_, i) => i);
    const all = value(stabilityGate(even, null, 20, 3));
    expect(stabilityGates(all, "Time", "stable", "p")).toEqual([
      {
        kind: "rectangle",
        id: "stable",
        parent: "p",
        bounds: [{ axis: { channel: "Time", compensated: false, scale: null }, min: null, max: null }],
      },
    ]);
  });

  test("an even flow is kept whole, and a channel without spread is not judged", () => {
    const even = Array.from({ length: 1000 }, (_, i) => i);
    const all = value(
      stabilityGate(
        even,
        even.map(() => 7),
        20,
        3,
      ),
    );
    expect(all.droppedEvents).toBe(0);
    expect(all.flags).toEqual(["drift_not_judged"]);
    expect(value(stabilityGate(even, null, 20, 3)).flags).toEqual([]);
  });

  test("events without a time are not kept", () => {
    const even = Array.from({ length: 1000 }, (_, i) => (i === 500 ? Number.NaN : i));
    const { mask, events } = value(stabilityGate(even, null, 20, 5));
    expect([mask[499], mask[500], events]).toEqual([1, 0, 999]);
  });

  test("is refused for too few slices, too few events, no time and a limit of 0", () => {
    const even = Array.from({ length: 1000 }, (_, i) => i);
    expect(codes(stabilityGate(even, null, 5, 3))).toEqual(["cytometry-auto-gate-parameter"]);
    expect(codes(stabilityGate(even.slice(0, 50), null, 20, 3))).toEqual(["cytometry-auto-gate-too-few"]);
    expect(
      codes(
        stabilityGate(
          even.map(() => 1),
          null,
          20,
          3,
        ),
      ),
    ).toEqual(["cytometry-auto-gate-no-spread"]);
    expect(codes(stabilityGate([], null, 20, 3))).toEqual(["cytometry-auto-gate-no-spread"]);
    expect(codes(judgeSlices([], 0))).toEqual(["cytometry-auto-gate-parameter"]);
  });
});
