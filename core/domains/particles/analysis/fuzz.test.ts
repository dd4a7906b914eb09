import fc from "fast-check";
import { expect, test } from "vitest";
import type { SheetRow, Table } from "../../../kernel/index.ts";
import type { Capture, DlsRecord, ParticlesMeasurement, Stated } from "../measurement.ts";
import { study, type TestFile } from "./measurements.test-support.ts";

const any = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 0, max: 1e3, noNaN: true }) },
  fc.double({ noDefaultInfinity: false }),
  fc.constantFrom(0, 1, -1, 0.5, 1e-320, 1e12, 1e300, Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const nullable = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const array = (most = 8) => fc.array(any, { maxLength: most }).map((values) => Float64Array.from(values));
const number: fc.Arbitrary<Stated> = any.map((value) => ({
  value,
  unit: "1",
  printed: String(value),
  line: 1,
}));
const warning = fc.record({
  key: fc.constant("K"),
  words: fc.constantFrom("Low", "Bad"),
  severity: fc.constantFrom("fail" as const, "caution" as const),
  line: fc.constantFrom(0, 3),
});
const names = fc.constantFrom("v1", "v2", "w", "w*", "");

/** Bins that ascend, more often than not; counts now and then. */
const bins = fc
  .tuple(
    fc.array(fc.double({ min: 0.1, max: 500, noNaN: true }), { minLength: 2, maxLength: 8 }),
    fc.boolean(),
    array(),
    fc.boolean(),
    any,
  )
  .map(([steps, valid, weights, counted, scale]) => {
    let at = 0;
    const edges = Float64Array.from(steps, (step) => {
      at += step;
      return valid ? at : step * scale;
    });
    const fit = (values: Float64Array) =>
      Float64Array.from({ length: edges.length - 1 }, (_, i) => Math.abs(values[i] ?? i));
    const concentration = valid ? fit(weights) : weights;
    return counted ? { edges, concentration, counts: fit(weights) } : { edges, concentration };
  });

const captures: fc.Arbitrary<Capture> = fc
  .record({
    name: names,
    stated: fc
      .record({
        concentration: optional(number),
        validTracks: optional(number),
        completedTracks: optional(number),
        particlesPerFrame: optional(number),
      })
      .map((stated) => Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))),
    dilution: fc.record({
      factor: nullable(fc.constantFrom(1, 10, 500, 0, -1, Number.NaN)),
      printedConcentrationIs: fc.constantFrom(
        "as measured" as const,
        "original" as const,
        "unknown" as const,
      ),
      words: fc.constant(""),
      line: fc.constantFrom(0, 7),
    }),
    bins: nullable(bins),
    diameters: optional(array(30)),
    temperatureKelvin: optional(any),
    viscosity: optional(any),
    driftPixelsPerFrame: optional(fc.record({ x: any, y: any })),
    detectionLimit: optional(any),
    instrumentWarnings: fc.array(warning, { maxLength: 2 }),
  })
  .map(
    (capture) =>
      Object.fromEntries(Object.entries(capture).filter(([, value]) => value !== undefined)) as never,
  );

function table(...columns: readonly string[]): fc.Arbitrary<Table> {
  return fc.nat({ max: 80 }).chain((rows) =>
    fc.record({
      name: fc.constant("t"),
      columns: fc.tuple(
        ...columns.map((name) =>
          fc
            .array(any, { minLength: rows, maxLength: rows })
            .map((values) => ({ name, unit: "1", values: Float64Array.from(values) })),
        ),
      ),
    }),
  );
}

const common = {
  format: fc.constant("f"),
  instrument: fc.record({
    vendor: fc.constant(""),
    model: fc.constantFrom("", "A", "B 1"),
    software: fc.constant(""),
  }),
  settings: fc.constantFrom([], [{ section: "", key: "Analysis Method", values: ["FTLA"], line: 1 }]),
  instrumentWarnings: fc.array(warning, { maxLength: 1 }),
};
const record: fc.Arbitrary<DlsRecord> = fc.record({
  name: names,
  zAverage: nullable(number),
  polydispersityIndex: nullable(number),
  peaks: fc.array(fc.record({ diameter: number, area: nullable(number) }), { maxLength: 3 }),
  derivedCountRate: nullable(number),
  intercept: nullable(number),
  temperatureKelvin: nullable(any),
  viscosity: nullable(any),
  distribution: nullable(table("diameter", "intensity")),
  correlogram: nullable(table("delay", "g2")),
  refractiveIndex: nullable(any),
  wavelength: nullable(any),
  angle: nullable(any),
  line: fc.constant(1),
  instrumentWarnings: fc.array(warning, { maxLength: 1 }),
});

const measurement = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("distribution" as const),
      ...common,
      method: fc.constantFrom(
        "NTA" as const,
        "NTA" as const,
        "TRPS" as const,
        "nano-flow" as const,
        "unknown" as const,
      ),
      sampleName: fc.constant(""),
      capturedAt: fc.constant(""),
      pack: fc.constantFrom("p", "q"),
      captures: fc.uniqueArray(captures, { maxLength: 4, selector: ({ name }) => name }),
      statedAverage: fc.constantFrom({}, { d50: { value: Number.NaN, unit: "nm", printed: "?", line: 1 } }),
    }),
  },
  fc.record({
    kind: fc.constant("tracks" as const),
    ...common,
    pack: fc.constantFrom("p", "q"),
    capture: names,
    source: fc.constantFrom("ParticleData" as const, "AllTracks" as const),
    particles: fc.record({ total: fc.nat(), included: fc.nat() }),
    table: table("id", "size", "trackLength", "included"),
  }),
  fc.record({
    kind: fc.constant("positions" as const),
    ...common,
    pack: fc.constant("p"),
    sampleName: fc.constantFrom("", "S"),
    table: table("position", "use", "concentration", "traces", "x50", "drift"),
    stated: fc.record({ concentration: number }),
  }),
  fc.record({
    kind: fc.constant("zeta" as const),
    ...common,
    pack: fc.constant("p"),
    sampleName: fc.constantFrom("", "S"),
    zetaPotential: nullable(number),
    fwhm: nullable(number),
    mobility: nullable(number),
    table: table("position", "average", "fit"),
  }),
  fc.record({
    kind: fc.constant("dls" as const),
    ...common,
    records: fc.uniqueArray(record, { maxLength: 3, selector: ({ name }) => name }),
  }),
) as fc.Arbitrary<ParticlesMeasurement>;

const row: fc.Arbitrary<Partial<SheetRow>> = fc
  .record({
    capture: optional(fc.constantFrom("v1", "v*", "w")),
    sample: fc.constantFrom("S", "T", "U"),
    role: fc.constantFrom("sample", "sample", "sample", "blank", "control", "calibrant", "ignore"),
    donor: optional(fc.constantFrom("D1", "D2", "D3")),
    preparation: optional(fc.constantFrom("P1", "P2")),
    condition: optional(fc.constantFrom("c", "d", "e")),
    dilution: optional(fc.constantFrom(1, 10, 500, 0.5, 1e300)),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));

const parameters = fc.constantFrom(
  {},
  { detectionLimit: 50, viscosityKnown: true },
  { donors: "paired", level: 0.9, concentrationState: { "f0.csv": "original" } },
  { wavelength: 633, angle: 173, temperature: 298.15 },
  { unknown: true },
);

test("any well-typed measurements and any sheet give a study without throwing, with finite numbers and words for all", () => {
  const files = fc.array(fc.tuple(measurement, fc.array(row, { maxLength: 3 })), { maxLength: 6 });
  fc.assert(
    fc.property(files, parameters, fc.constantFrom(undefined, "c", "z"), (given, chosen, reference) => {
      const all = given.map(([one, rows], i): TestFile => ({ file: `f${i}.csv`, measurement: one, rows }));
      const found = study(all, { parameters: chosen, ...(reference ? { reference } : {}) });
      for (const estimate of found.estimates) {
        if (estimate.interval) expect(Number.isFinite(estimate.interval.lower)).toBe(true);
      }
    }),
    { numRuns: 200 },
  );
});
