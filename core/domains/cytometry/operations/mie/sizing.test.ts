import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { createCollector } from "./collect.ts";
import { curveValue, scatterCurve } from "./curve.ts";
import { crossings } from "./levels.ts";
import { sideScatter } from "./optics.ts";
import { solid, vesicle } from "./particle.ts";
import { createSizeTable, emptySizes } from "./size-table.ts";
import { createSizer, detectionDiameter, type Sizer, type Sizing, sizeStates } from "./sizing.ts";

const optics = sideScatter(405, 1.343, 46);
const range = { from: 30, to: 1000 };
const plain: Sizing = {
  optics,
  model: vesicle(),
  alternatives: [vesicle(1.36), vesicle(1.4)],
  range,
  scale: { gain: 12, offset: 3 },
  tolerance: 0.05,
};
const make = (changes: Partial<Sizing> = {}): Sizer => createSizer({ ...plain, ...changes })!;
const sizer = make();
const narrow = sideScatter(405, 1.343, 10);
// a narrow aperture sees the lobes of large beads: the curve turns
const beads = make({ optics: narrow, model: solid(1.6268), alternatives: [] });
const collect = createCollector(optics);
const collectNarrow = createCollector(narrow);
const signalOf = (diameter: number, model = vesicle()) => 12 * collect(model, diameter) + 3;

describe("the curve", () => {
  it.each([vesicle(), solid(1.6268), solid(1.45)])(
    "is within 2e-6 of Mie theory between its knots",
    (model) => {
      const curve = scatterCurve(optics, model, range)!;
      for (let d = 30.1; d < 1000; d *= 1.0137) {
        expect(Math.abs(Math.exp(curveValue(curve, Math.log(d))) / collect(model, d) - 1)).toBeLessThan(2e-6);
      }
    },
  );

  it("is within 0.1 % of Mie theory up to 5 um, where it ripples", () => {
    const curve = scatterCurve(optics, solid(1.59), { from: 30, to: 5000 })!;
    for (let d = 4000; d < 4990; d += 7.3) {
      expect(Math.abs(Math.exp(curveValue(curve, Math.log(d))) / collect(solid(1.59), d) - 1)).toBeLessThan(
        1e-3,
      );
    }
  });

  it("rises or falls throughout between neighbouring knots", () => {
    const { x, y } = beads.curve;
    for (let i = 0; i + 1 < x.length; i++) {
      const steps = [0, 0.25, 0.5, 0.75, 1].map((t) =>
        curveValue(beads.curve, Math.min(x[i + 1]!, x[i]! + t * (x[i + 1]! - x[i]!))),
      );
      const sign = Math.sign(y[i + 1]! - y[i]!);
      for (let k = 0; k < 4; k++) expect(sign * (steps[k + 1]! - steps[k]!)).toBeGreaterThan(-1e-12);
    }
  });
});

describe("TV-B8: what beads of 100 nm scatter like", () => {
  it("polystyrene: a vesicle of 447 nm", () => {
    const { diameter } = make({ scale: { gain: 1, offset: 0 } }).sizeOf(collect(solid(1.6268), 100));
    expect(Math.abs(diameter - 447)).toBeLessThan(1);
  });
  it("silica of 1.45: a vesicle of 130 nm", () => {
    const { diameter } = make({ scale: { gain: 1, offset: 0 } }).sizeOf(collect(solid(1.45), 100));
    expect(Math.abs(diameter - 130)).toBeLessThan(1);
  });
});

describe("sizeOf", () => {
  test("recovers the diameter that gave the signal, or says that it cannot", () => {
    fc.assert(
      fc.property(fc.double({ min: 30.5, max: 995, noNaN: true }), (d) => {
        const { diameter, lower, upper, rangeLower, rangeUpper, state } = sizer.sizeOf(signalOf(d));
        const inside = (from: number, to: number) => !(d < from * (1 - 1e-5)) && !(d > to * (1 + 1e-5));
        expect(inside(lower, upper)).toBe(true);
        expect(inside(rangeLower, rangeUpper)).toBe(true);
        if (state === "multivalued") expect(diameter).toBeNaN();
        else expect(Math.abs(diameter / d - 1)).toBeLessThan(1e-3);
      }),
    );
  });

  test("the edges of a bead's interval give the signal within the tolerance", () => {
    fc.assert(
      fc.property(fc.double({ min: 40, max: 950, noNaN: true }), (d) => {
        const signal = 12 * collectNarrow(solid(1.6268), d) + 3;
        const { lower, upper } = beads.sizeOf(signal);
        for (const edge of [lower, upper]) {
          const off = Math.abs(
            Math.log(collectNarrow(solid(1.6268), edge) / collectNarrow(solid(1.6268), d)),
          );
          expect(off).toBeLessThan(Math.log1p(0.05) + 1e-5);
        }
      }),
    );
  });

  it("tells a wide interval where the vesicle curve is flat, between 300 and 400 nm", () => {
    const { state, lower, upper } = sizer.sizeOf(signalOf(335));
    expect(state).toBe("flat");
    expect(upper / lower).toBeGreaterThan(1.25);
  });

  it("is narrow below 150 nm, where the curve is steep", () => {
    const { state, lower, upper } = sizer.sizeOf(signalOf(80));
    expect(state).toBe("unique");
    expect(upper / lower).toBeLessThan(1.03);
  });

  it("gives no single diameter where several give the signal", () => {
    const { curve } = beads;
    const level = Array.from(curve.y).find((y) => crossings(curve, y + 1e-6).length > 1)! + 1e-6;
    const size = beads.sizeAt(level);
    const found = crossings(curve, level).map(Math.exp);
    expect(size.state).toBe("multivalued");
    expect(size.diameter).toBeNaN();
    expect(found.every((d) => d >= size.lower && d <= size.upper)).toBe(true);
    expect(size.upper).toBeGreaterThanOrEqual(found[found.length - 1]!);
  });

  it("tells bounds, not numbers, outside the curve", () => {
    const below = sizer.sizeOf(3.001);
    expect(below).toMatchObject({ state: "below", diameter: Number.NaN, lower: Number.NaN });
    expect(below.upper).toBeCloseTo(30, 9);
    expect(sizer.sizeOf(2)).toEqual(below);
    const above = sizer.sizeOf(1e9);
    expect(above).toMatchObject({ state: "above", diameter: Number.NaN, upper: Number.NaN });
    expect(above.lower).toBeCloseTo(1000, 8);
    expect(sizer.sizeOf(Number.NaN).state).toBe("unknown");
    expect(sizer.sizeOf(Number.POSITIVE_INFINITY).state).toBe("above");
  });

  it("a higher index makes particles smaller: the range holds the sizes under both ends", () => {
    const signal = signalOf(120);
    const { rangeLower, rangeUpper } = sizer.sizeOf(signal);
    const high = make({ model: vesicle(1.4), alternatives: [] }).sizeOf(signal);
    const low = make({ model: vesicle(1.36), alternatives: [] }).sizeOf(signal);
    expect(high.diameter).toBeLessThan(120);
    expect(low.diameter).toBeGreaterThan(120);
    expect([rangeLower, rangeUpper]).toEqual([high.lower, low.upper]);
  });

  it("gives nothing for a particle that does not scatter", () => {
    expect(createSizer({ ...plain, model: solid(1.343) })).toBeNull();
    expect(createSizer({ ...plain, alternatives: [solid(1.343)] })).toBeNull();
  });
});

describe("detectionDiameter", () => {
  it("is the size of the threshold's signal, above which everything is brighter", () => {
    const found = detectionDiameter(sizer, signalOf(110))!;
    expect(found.diameter).toBeCloseTo(110, 3);
    expect(found.first).toBeCloseTo(110, 3);
    expect(found.bound).toBeNull();
  });

  it("is the last crossing where the curve dips under the threshold again", () => {
    const { curve } = beads;
    const turn = Array.from(curve.slope).findIndex((slope, i) => slope === 0 && i > 0);
    const level = curve.y[turn]! - 0.01;
    const passed = crossings(curve, level);
    expect(passed.length).toBeGreaterThan(1);
    const found = detectionDiameter(beads, 12 * Math.exp(level) + 3)!;
    expect(found.diameter).toBeCloseTo(Math.exp(passed[passed.length - 1]!), 6);
    expect(found.first).toBeCloseTo(Math.exp(passed[0]!), 6);
  });

  it("is a bound under the curve, and nothing above it", () => {
    expect(detectionDiameter(sizer, 3.0001)?.bound).toBe("below");
    expect(detectionDiameter(sizer, 1e9)).toBeNull();
  });
});

describe("the table for many events", () => {
  it.each([
    ["vesicles", sizer],
    ["polystyrene in a narrow aperture", beads],
  ])("gives the sizer's own answers within 1e-4, and its states: %s", (_name, one) => {
    const n = 5000;
    const levels = one.curves.flatMap(({ y }) => [Math.min(...y), Math.max(...y)]);
    const [bottom, top] = [Math.min(...levels) - 2, Math.max(...levels) + 2];
    const signals = Float64Array.from({ length: n }, (_, i) =>
      i < n - 3
        ? 3 + 12 * Math.exp(bottom + ((top - bottom) * i) / n)
        : [Number.NaN, -5, Number.POSITIVE_INFINITY][n - 1 - i]!,
    );
    const sizes = emptySizes(n);
    createSizeTable(one, 12, 3)(signals, sizes);
    const columns = ["diameter", "lower", "upper", "rangeLower", "rangeUpper"] as const;
    for (let i = 0; i < n; i++) {
      const exact = one.sizeOf(signals[i]!);
      expect(sizeStates[sizes.state[i]!]).toBe(exact.state);
      for (const column of columns) {
        if (Number.isNaN(exact[column])) expect(sizes[column][i]).toBeNaN();
        else expect(Math.abs(sizes[column][i]! / exact[column] - 1)).toBeLessThan(2e-4);
      }
    }
  });
});
