import fc from "fast-check";
import { expect, test } from "vitest";
import type { Json, SheetRow } from "../../../kernel/index.ts";
import { flow, study } from "./studies.test-support.ts";

const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -200, max: 1e5, noNaN: true }) },
  fc.constantFrom(0, -0, 1, -1, 1e-40, 3.4e38, -3.4e38, Number.NaN, Infinity, -Infinity, 262_143),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const names = ["Time", "SSC-A", "SSC-H", "FITC-A", "PE-A", "APC-H", "Odd"];

const file = fc
  .record({
    channels: fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 6 }),
    events: fc.oneof(fc.nat({ max: 4 }), fc.integer({ min: 60, max: 150 })),
    pool: fc.array(value, { minLength: 1, maxLength: 40 }),
    voltage: fc.constantFrom("400", "400", "400", "500"),
    instrument: fc.constantFrom("A", "A", "A", "B"),
    volume: optional(fc.constantFrom("20000", "0", "-5", "x")),
    trigger: optional(fc.constantFrom("SSC-A,150", "SSC-A,300", "nothing", ",")),
    spill: fc.constantFrom(undefined, "2,FITC-A,PE-A,1,0.2,0.1,1", "2,FITC-A,PE-A,1,1,1,1"),
  })
  .map(({ channels, events, pool, voltage, instrument, volume, trigger, spill }) =>
    flow({
      channels: Object.fromEntries(
        channels.map((name, c) => [
          name,
          Array.from({ length: events }, (_, i) => pool[(i * (2 * c + 1) + c) % pool.length]!),
        ]),
      ),
      voltages: Object.fromEntries(channels.map((name) => [name, voltage])),
      keywords: {
        $CYT: instrument,
        $BTIM: "10:00:00",
        $ETIM: "10:01:00",
        ...(volume === undefined ? {} : { $VOL: volume }),
        ...(trigger === undefined ? {} : { $TR: trigger }),
        ...(spill === undefined || !channels.includes("FITC-A") || !channels.includes("PE-A")
          ? {}
          : { $SPILLOVER: spill }),
      },
    }),
  );

const row: fc.Arbitrary<Partial<SheetRow>> = fc
  .record({
    sample: fc.constantFrom("S", "T", "U"),
    role: fc.constantFrom("sample", "sample", "sample", "blank", "control", "control", "calibrant", "ignore"),
    donor: optional(fc.constantFrom("D1", "D2", "")),
    condition: optional(fc.constantFrom("c", "d")),
    dilution: optional(fc.constantFrom(1, 10, 500, 0.5, 1e300)),
    extra: fc
      .record({
        control: fc.constantFrom(
          "",
          "buffer",
          "isotype",
          "unstained",
          "detergent",
          "reagent",
          "界面活性剤",
          "?",
        ),
        volume_uL: fc.constantFrom("", "10", "20", "0", "４２", "x"),
        calibrant: fc.constantFrom("", "", "rainbow", "size", "counts", "__proto__"),
      })
      .map((extra) => extra as Record<string, string>),
  })
  .map((given) => Object.fromEntries(Object.entries(given).filter(([, one]) => one !== undefined)));

const gates: Json = [
  { kind: "rectangle", id: "small", bounds: [{ channel: "SSC-A", min: 0, max: 5e4 }] },
  {
    kind: "polygon",
    id: "inner",
    parent: "small",
    axes: [{ channel: "SSC-A" }, { channel: "PE-A" }],
    vertices: [
      [0, -100],
      [5e4, -100],
      [5e4, 1e5],
    ],
  },
  { kind: "boolean", id: "rest", operator: "not", operands: [{ gate: "inner" }] },
  { kind: "rectangle", id: "beads", bounds: [{ channel: "FITC-A", min: 5e4 }] },
];
const beads: Json = {
  rainbow: {
    kind: "fluorescence",
    unit: "MESF",
    channels: { "PE-A": [100, 1000, null] },
    alongside: ["Odd"],
  },
  size: { kind: "scatter", channel: "SSC-A", diameters: [80, 150] },
  counts: { kind: "counting", gate: "beads", concentration: 1e6, relativeUncertainty: 0.05 },
};
const parameters: fc.Arbitrary<Json> = fc.constantFrom<Json[]>(
  {},
  { gates, population: "inner", markers: ["PE-A", "FITC-A", "Nowhere"] },
  { gates, population: "rest", beads, optics: { wavelength: 405, halfAngle: 40 }, probeVolume: 50 },
  { gates, population: "nothing", thresholds: { "PE-A": 100 } },
  { thresholds: { "PE-A": 1e300, "FITC-A": -50, Time: 3.4e38 }, volumeUncertainty: 0.1, flowRate: 10 },
  { beads, optics: { wavelength: 405 }, positiveShare: 0.2, level: 0.8, scatter: "SSC-A" },
  {
    multiplex: {
      reporter: "PE-A",
      dyes: ["Odd"],
      size: ["SSC-A"],
      groups: { A: ["x", "y"] },
      normaliseTo: ["x"],
    },
  },
  {
    compensation: {
      channels: ["FITC-A", "PE-A"],
      matrix: [
        [1, 0.1],
        [0, 1],
      ],
    },
    markers: ["PE-A"],
  },
  { unknown: true },
);

test("any small files and any sheet give a study without throwing, finite, with words for all", async () => {
  const given = fc.array(fc.tuple(file, fc.array(row, { maxLength: 1 })), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(
      given,
      parameters,
      fc.constantFrom(undefined, "c", "z"),
      async (all, chosen, reference) => {
        const found = await study(
          all.map(([bytes, rows], i) => ({ file: `f${i}.fcs`, bytes, rows })),
          { parameters: chosen, ...(reference ? { reference } : {}) },
        );
        expect(found.estimates.filter(({ value: one }) => !Number.isFinite(one))).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);
