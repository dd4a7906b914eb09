import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createRandom } from "../../../../kernel/index.ts";
import { judgeDilutionSeries, type SeriesPoint } from "./dilution-series.ts";
import { dilutionSeries } from "./dilution-series-operation.ts";
import { slopeOfKnown } from "./log-line.ts";
import { medianBrightness } from "./median.ts";
import golden from "./vesicles.golden.json" with { type: "json" };
import { code, distance, inVolume, run, value } from "./vesicles.test-support.ts";

interface Series {
  readonly dilutions?: readonly number[];
  readonly rate?: (dilution: number) => number;
  readonly brightness?: (dilution: number) => number;
}

/** 20 000 events in 10 uL at 1:50 and as `rate` and `brightness` say at the others. */
function series({ dilutions = [50, 100, 200, 400], rate, brightness }: Series = {}): SeriesPoint[] {
  return dilutions.map((dilution) => ({
    ...inVolume(Math.round(20_000 * (rate ? rate(dilution) : 50 / dilution)), 10),
    dilution,
    medians: { "PE-A": { median: 500 * (brightness ? brightness(dilution) : 1), logSd: 0.01 } },
  }));
}

const verdictOf = (points: readonly SeriesPoint[], options = {}) => {
  const { verdict, reasons } = value(judgeDilutionSeries(points, { relativeUncertainty: 0.03, ...options }));
  return [verdict, ...reasons];
};

describe("single particles or swarm", () => {
  test("the slope of known uncertainties is that of R's lm, with the Birge ratio", () => {
    const { dilution, rate, sd, slope, knownSe, birge } = golden.line;
    const points = dilution.map((d, i) => ({ x: Math.log(d), y: Math.log(rate[i]!), sd: sd[i]! }));
    const found = slopeOfKnown(points, 0.95)!;
    expect(distance([found.value, found.birge, found.se], [slope[0]!, birge[0]!, knownSe[0]!])).toBeLessThan(
      1e-11,
    );
    const scattered = slopeOfKnown(
      points.map((point) => ({ ...point, sd: point.sd / 100 })),
      0.95,
    )!;
    expect(scattered.se).toBeCloseTo((knownSe[0]! / 100) * scattered.birge, 12);
  });

  test("a rate in proportion to the dilution and a steady brightness support single particles", () => {
    expect(verdictOf(series())).toEqual(["single", "rate_linear_and_brightness_stable"]);
  });

  test("brightness that falls with dilution supports a swarm", () => {
    expect(verdictOf(series({ brightness: (d) => (50 / d) ** 0.5 }))).toEqual([
      "swarm",
      "brightness_falls_with_dilution",
    ]);
  });

  test("a rate that departs while brightness stays is not decided", () => {
    expect(verdictOf(series({ rate: (d) => (50 / d) ** 0.7 }))).toEqual(["undecided", "event_rate_flatter"]);
    expect(verdictOf(series({ rate: (d) => (50 / d) ** 1.5 }))).toEqual(["undecided", "event_rate_steeper"]);
    expect(verdictOf(series({ rate: (d) => (50 / d) ** 1.14 }))).toEqual(["undecided", "event_rate_unclear"]);
  });

  test("brightness that rises, is unclear or is not given leaves the verdict open", () => {
    expect(verdictOf(series({ brightness: (d) => (d / 50) ** 0.5 }))).toEqual([
      "undecided",
      "brightness_rises_with_dilution",
    ]);
    expect(verdictOf(series({ brightness: (d) => (50 / d) ** 0.14 }))).toEqual([
      "undecided",
      "brightness_unclear",
    ]);
    const bare = series().map((point) => ({ ...point, medians: {} }));
    expect(verdictOf(bare)).toEqual(["undecided", "brightness_not_given"]);
  });

  test("three dilutions over a factor of four are needed", () => {
    expect(verdictOf(series({ dilutions: [50, 200] }))).toEqual(["undecided", "too_few_dilutions"]);
    expect(verdictOf(series({ dilutions: [50, 100, 150] }))).toEqual([
      "undecided",
      "dilution_span_too_small",
    ]);
    expect(verdictOf(series({ dilutions: [50, 100, 200] }))[0]).toBe("single");
  });

  test("dilutions where the buffer is over its share are left out, so that dim buffer events make no swarm", () => {
    const dim = (d: number) => (d > 200 ? 0.3 : 1);
    const points = series({ dilutions: [50, 100, 200, 3200], brightness: dim });
    const buffer = inVolume(90, 10);
    const found = value(judgeDilutionSeries(points, { buffer, relativeUncertainty: 0.03 }));
    expect(found.verdict).toBe("single");
    expect(found.reasons).toEqual(["rate_linear_and_brightness_stable", "dilutions_near_buffer_left_out"]);
    expect(found.dilutions.map(({ used }) => used)).toEqual([true, true, true, false]);
    expect(verdictOf(points)[0]).not.toBe("single");
  });

  test("the verdict does not depend on the order of the files or the brightness unit", () => {
    const points = series();
    fc.assert(
      fc.property(
        fc.shuffledSubarray(points, { minLength: 4 }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (shuffled, unit) => {
          const inUnit = shuffled.map((point) => ({
            ...point,
            medians: { "PE-A": { median: point.medians["PE-A"]!.median * unit, logSd: 0.01 } },
          }));
          const [a, b] = [value(judgeDilutionSeries(points)), value(judgeDilutionSeries(inUnit))];
          expect(b.verdict).toBe(a.verdict);
          expect(b.rate!.slope.value).toBeCloseTo(a.rate!.slope.value, 12);
          expect(b.brightness[0]!.slope.value).toBeCloseTo(0, 9);
        },
      ),
    );
  });

  test("the 95 % interval of the slope covers it in 93 to 97 % of 2000 series with the stated uncertainty", () => {
    let held = 0;
    for (let i = 0; i < 2000; i++) {
      const draw = createRandom(3).split("series", i);
      const points = [20, 60, 200, 600].map((dilution) => ({
        ...inVolume(draw.poisson((4e5 / dilution) * draw.lognormal(0, 0.05)), 10),
        dilution,
        medians: {},
      }));
      const { interval } = value(judgeDilutionSeries(points)).rate!.slope;
      if (interval.lower <= -1 && -1 <= interval.upper) held += 1;
    }
    // the Birge ratio only widens: over 95 %, by at most what four points can give
    expect(held / 2000).toBeGreaterThanOrEqual(0.93);
    expect(held / 2000).toBeLessThanOrEqual(0.995);
  });

  test("nothing counted and impossible factors are refused; the command takes the same points", () => {
    const none = series().map((point) => ({ ...point, events: 0 }));
    expect(code(judgeDilutionSeries(none))).toBe("cytometry-too-few-dilutions");
    expect(code(judgeDilutionSeries(series({ dilutions: [0.5, 1, 2] })))).toBe("cytometry-value-invalid");
    const points = series().map(({ events, dilution, medians }) => ({
      events,
      volume: 10,
      dilution,
      medians: [{ channel: "PE-A", ...medians["PE-A"]! }],
    }));
    expect(value(run(dilutionSeries, { points }, { relativeUncertainty: 0.03 })).verdict).toBe("single");
  });
});

describe("median brightness", () => {
  test("the order-statistics error of the log median covers it in 93 to 97 % of samples", () => {
    let held = 0;
    for (let i = 0; i < 1500; i++) {
      const draw = createRandom(8).split("median", i);
      const { median, logSd } = medianBrightness(draw.normals(200).map((z) => 300 * Math.exp(z)))!;
      if (Math.abs(Math.log(median / 300)) <= 1.96 * logSd!) held += 1;
    }
    expect(held / 1500).toBeGreaterThanOrEqual(0.93);
    expect(held / 1500).toBeLessThanOrEqual(0.97);
  });

  test("no values or a median at or under 0 have none, few values no error", () => {
    expect(medianBrightness([])).toBeNull();
    expect(medianBrightness([-3, -1, 4])).toBeNull();
    expect(medianBrightness([1, 2, 3])).toEqual({ median: 2, logSd: null });
  });
});
