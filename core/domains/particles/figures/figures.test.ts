import { describe, expect, test } from "vitest";
import { type Figure, languages } from "../../../kernel/index.ts";
import {
  bins,
  capture,
  distribution,
  study,
  type TestFile,
  total,
} from "../analysis/measurements.test-support.ts";
import { particles } from "../index.ts";
import type { ZetaMeasurement } from "../measurement.ts";

const sample = (name: string, values: readonly number[], row = {}): TestFile => ({
  file: `${name}.csv`,
  measurement: distribution(values.map((value, i) => total(`${name} ${i}`, value))),
  rows: [{ sample: name, dilution: 10, condition: "c", ...row }],
});
const figureOf = (id: string, files: readonly TestFile[], parameters = {}): Figure | undefined =>
  particles.figures(study(files, { parameters }).result).find((figure) => figure.id === `particles.${id}`);

/** Every encoding of a channel in a specification, wherever it stands. */
function channels(spec: unknown, channel: string): unknown[] {
  if (spec === null || typeof spec !== "object") return [];
  return Object.entries(spec).flatMap(([name, value]) => [
    ...(name === channel ? [value] : []),
    ...channels(value, channel),
  ]);
}

describe("concentrations by sample", () => {
  test("have one legend, and points hollow as measured and filled for the original", () => {
    const figure = figureOf("concentrations", [
      sample("A", [1e8, 2e8]),
      { ...sample("B", [1e8]), rows: [{ sample: "B" }] },
    ])!;
    expect(figure.data.means).toMatchObject([
      { sample: "A", state: "original", value: expect.closeTo(1.5e9, 0) },
      { sample: "B", state: "as measured", condition: "sample" },
    ]);
    const colours = channels(figure.spec.en, "color").filter((one) => typeof one === "object");
    expect(new Set(colours.map((one) => JSON.stringify(one))).size).toBe(1);
    expect([channels(figure.spec.en, "stroke"), channels(figure.spec.en, "shape")]).toEqual([[], []]);
  });

  test("draw the estimate's interval, to the left end where it reaches 0, and say so", () => {
    const figure = figureOf("concentrations", [sample("A", [1e8, 9e8])])!;
    const [mean] = figure.data.means as { lower: number; value: number; upper: number }[];
    // 5e9 +- t(1) 4e9 reaches below 0
    expect(mean!.lower).toBeCloseTo(1e9 / 3, 0);
    expect(mean!.upper).toBeGreaterThan(5e10);
    expect(figure.description.en).toContain("Intervals that reach 0 run to the left end.");
    expect(figureOf("concentrations", [sample("A", [8e8, 9e8])], { level: 0.8 })!.description.en).toContain(
      "80 % interval",
    );
  });

  test("leave out what has none: samples without particles", () => {
    expect(figureOf("concentrations", [sample("A", [0])])).toBeUndefined();
  });
});

describe("size distributions", () => {
  const twelve = ["a", "b", "c"].flatMap((condition) =>
    [1, 2, 3, 4].map((i) => sample(`${condition}${i}`, [1e8], { condition })),
  );

  test("begin their colours again in each condition, whose legend names its samples", () => {
    const { spec, data } = figureOf("distributions", twelve)!;
    expect(spec.en).toMatchObject({
      facet: { row: { field: "condition" } },
      resolve: { scale: { color: "independent" } },
    });
    expect(new Set(data.curves!.map((row) => `${row.condition} ${row.sample}`)).size).toBe(12);
  });

  test("add dashes where a condition has more samples than there are colours", () => {
    const nine = Array.from({ length: 9 }, (_, i) => sample(`s${i}`, [1e8]));
    const dashed = (files: readonly TestFile[]) =>
      channels(figureOf("distributions", files)!.spec.en, "strokeDash").some((one) => !Array.isArray(one));
    expect([dashed(nine.slice(1)), dashed(nine), dashed(twelve)]).toEqual([false, true, false]);
  });

  test("are shares per nanometre: the mean of captures adds up to 100 %, inside the band of their range", () => {
    const measurement = distribution([
      capture("x", { bins: bins([10, 30, 10]) }),
      capture("y", { bins: bins([30, 10, 10]) }),
    ]);
    const { data } = figureOf("distributions", [{ file: "a.csv", measurement, rows: [{}] }])!;
    const rows = data.curves as { mean: number; lower: number; upper: number; diameter: number }[];
    expect(rows.reduce((sum, { mean }) => sum + 5 * mean, 0)).toBeCloseTo(100, 9);
    // 50 to 70 nm: 20 % and 60 % over 20 nm
    expect(rows.find(({ diameter }) => diameter === 52.5)).toMatchObject({ lower: 1, mean: 2, upper: 3 });
  });

  test("draw the limit that the estimates used", () => {
    const limit = (parameters: object) =>
      figureOf("distributions", [sample("A", [1e8])], parameters)!.data.curves![0]!.limit;
    expect([limit({}), limit({ detectionLimit: 60 })]).toEqual([70, 60]);
  });

  test("show 24 samples and say how many are left", () => {
    const many = Array.from({ length: 26 }, (_, i) => sample(`s${String(i).padStart(2, "0")}`, [1e8]));
    const figure = figureOf("distributions", many)!;
    expect(new Set(figure.data.curves!.map((row) => row.sample)).size).toBe(24);
    expect(figure.description.en).toContain("2 more are in the tables");
  });
});

test("the dilution series has a line for one original concentration", () => {
  const figure = figureOf("dilutionSeries", [
    { ...sample("A", [4e8]), rows: [{ dilution: 10 }] },
    { ...sample("B", [1e8]), rows: [{ dilution: 40 }] },
  ])!;
  expect(figure.data.ideal).toMatchObject([
    { factor: 10, value: expect.closeTo(4e8, 0) },
    { factor: 40, value: expect.closeTo(1e8, 0) },
  ]);
});

test("ratios of conditions are those of the estimates", () => {
  const files = ["a", "b"].flatMap((condition, c) =>
    [1, 2, 3].map((i) =>
      sample(`${condition}${i}`, [1e8 * (c + 1) * i], { condition, donor: `${condition}${i}` }),
    ),
  );
  const found = study(files);
  const figure = particles.figures(found.result).find(({ id }) => id === "particles.groupRatios")!;
  const own = found.one("particles.groupRatio.concentration", "b / a")!;
  expect(figure.data.ratios).toEqual([
    {
      comparison: "b / a",
      quantity: own.id,
      value: own.value,
      lower: own.interval!.lower,
      upper: own.interval!.upper,
    },
  ]);
});

test("two profiles of one sample are two lines", () => {
  const profile: ZetaMeasurement = {
    kind: "zeta",
    format: "zetaview-profile",
    instrument: { vendor: "", model: "", software: "" },
    settings: [],
    instrumentWarnings: [],
    pack: "p",
    sampleName: "A",
    zetaPotential: null,
    fwhm: null,
    mobility: null,
    table: {
      name: "profile",
      columns: [
        { name: "position", unit: "1", values: Float64Array.of(1, Number.NaN, 3) },
        { name: "average", unit: "mV", values: Float64Array.of(-20, -21, Number.NaN) },
        { name: "fit", unit: "mV", values: Float64Array.of(-20, -21, -22) },
      ],
    },
  };
  const figure = figureOf(
    "zetaProfile",
    ["x/1.txt", "x/2.txt"].map((file) => ({ file, measurement: profile })),
  )!;
  expect(figure.data.points).toEqual([
    { sample: "A (1.txt)", position: 1, value: -20 },
    { sample: "A (2.txt)", position: 1, value: -20 },
  ]);
});

test("every figure has its words in every language", () => {
  for (const figure of particles.figures(study([sample("A", [1e8, 2e8]), sample("B", [3e8])]).result)) {
    for (const language of languages) {
      expect(figure.title[language]).not.toBe("");
      expect(figure.description[language]).not.toMatch(/undefined|NaN/);
    }
  }
});
