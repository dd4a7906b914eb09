import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { SheetRow } from "../../../kernel/index.ts";
import { askEvents } from "./event-pass.ts";
import { emptyPlan, runEvents } from "./events/index.ts";
import { densityOf, pictureOf } from "./picture.ts";
import { dataSetOf, flow, measured, study, type TestFile } from "./studies.test-support.ts";
import { fileSummary } from "./summary.ts";

const ramp = (n: number, from: number, step: number) => Array.from({ length: n }, (_, i) => from + step * i);
const bytes = (n: number) => flow({ channels: { "SSC-A": ramp(n, 100, 1), "PE-A": ramp(n, 5, 2) } });

describe("a file of several data sets", () => {
  const rows = (capture?: string): Partial<SheetRow>[] => [
    { sample: "S", dilution: 10, extra: { volume_uL: "10" }, ...(capture ? { capture } : {}) },
  ];

  test("goes through the whole study, each number resting on its own data set", async () => {
    const files: TestFile[] = [
      { file: "two.fcs", bytes: [bytes(300), bytes(200)], rows: rows() },
      {
        file: "controls.fcs",
        bytes: [bytes(90), bytes(30)],
        rows: [
          { capture: "data set 1", sample: "i", role: "control", extra: { control: "isotype" } },
          {
            capture: "data set 2",
            sample: "b",
            role: "control",
            extra: { control: "buffer", volume_uL: "10" },
          },
        ],
      },
    ];
    const found = await study(files, { parameters: { markers: ["PE-A"] } });
    const whole = found.one("cytometry.concentration", "S", { dilutionState: "original" })!;
    // 300 and 200 less 30 in 10 uL, times ten
    expect(whole.value).toBeCloseTo((2.7e5 + 1.7e5) / 2, 6);
    const steps = found.result.study.steps.find(({ key }) => key === "concentration:S")!;
    expect(steps.inputs).toEqual([
      "controls.fcs#data set 2:events",
      "two.fcs#data set 1:events",
      "two.fcs#data set 2:events",
    ]);
  });

  test("with as many events in each is one acquisition, unless the sheet tells them apart", async () => {
    const twice = { file: "two.fcs", bytes: [bytes(300), bytes(300)] };
    const one = await study([{ ...twice, rows: rows() }]);
    expect(one.codes()).toContain("cytometry-data-sets-same");
    expect(fileSummary(one.files[0]!).dataSets.map(({ name }) => name)).toEqual(["data set 2"]);
    const told = await study([{ ...twice, rows: rows("data set *") }]);
    expect(told.codes()).not.toContain("cytometry-data-sets-same");
    expect(fileSummary(told.files[0]!).dataSets.length).toBe(2);
  });
});

describe("one pass over the events", () => {
  const question = {
    compensation: null,
    gates: [],
    population: -1,
    channels: [0, 1],
    pictured: [0, 1] as const,
    time: -1,
    kept: 50,
  };

  test("gives exact medians, every event in spectrum and picture, and an even share kept", async () => {
    const [dataSet] = (await measured(bytes(301))).captures;
    const found = await askEvents(dataSet!, question);
    expect(found.channels.map(({ median }) => median)).toEqual([250, 305]);
    for (const { spectrum } of found.channels) expect(spectrum.counts.reduce((a, b) => a + b)).toBe(301);
    expect(found.density!.cells.reduce((sum, [, count]) => sum + count, 0)).toBe(301);
    expect(found.kept.get(0)!.length).toBeLessThanOrEqual(50);
    expect(found.kept.get(0)!.length).toBeGreaterThan(20);
  });

  test("of no events asks for nothing that is not there", async () => {
    const [dataSet] = (await measured(bytes(0))).captures;
    const found = await askEvents(dataSet!, question);
    expect(found).toMatchObject({ events: 0, counted: 0, density: null, slices: null });
    expect(found.channels.map(({ median }) => median)).toEqual([null, null]);
  });

  test("a picture's edges ascend and enclose the values, negative ones too", async () => {
    const channels = { "SSC-A": ramp(100, -20, 3), "PE-A": ramp(100, -4000, 1000) };
    const [dataSet] = (await measured(flow({ channels }))).captures;
    const spectra = await runEvents(dataSet!.data, {
      ...emptyPlan,
      spectra: [0, 1].map((channel) => ({ gate: -1, channel, compensated: false })),
    });
    const picture = pictureOf(dataSet!.channels, [0, 1], new Map(spectra.spectra.map((one, i) => [i, one])))!;
    const density = densityOf(dataSet!.channels, picture, new Uint32Array(1024).fill(1));
    for (const [edges, values] of [
      [density.xEdges, channels["SSC-A"]],
      [density.yEdges, channels["PE-A"]],
    ] as const) {
      expect(edges.length).toBe(density.bins + 1);
      expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!)).toBe(true);
      expect(edges.at(-1)).toBeGreaterThanOrEqual(values.at(-1)! * 0.999);
    }
    expect(density.xEdges[0]).toBeLessThanOrEqual(-19.9);
  });
});

test("a channel of an odd kind that study.yaml names for multiplex beads is read, not a crash", async () => {
  const channels = {
    "SSC-A": ramp(400, 100, 1),
    Reporter: ramp(400, 10, 1),
    "Dye-W": ramp(400, 0, 1).map((i) => (i % 2 === 0 ? 1000 : 9000) + (i % 50)),
  };
  const multiplex = {
    reporter: "Reporter",
    dyes: ["Dye-W"],
    groups: { A: ["CD9", "CD63"] },
    normaliseTo: ["CD9"],
  };
  const found = await study([{ file: "a.fcs", bytes: flow({ channels }), rows: [{}] }], {
    parameters: { multiplex },
  });
  expect(dataSetOf(found, "a.fcs").analytes.map(({ name }) => name)).toEqual(["CD9", "CD63"]);
  expect(found.one("cytometry.analyteMedian", "a.fcs", { analyte: "CD63" })).toBeDefined();
  const relative = found.estimates.filter(({ id }) => id === "cytometry.analyteRelative");
  expect(relative.map(({ flags }) => flags.includes("no_control_subtracted"))).toEqual([true, true]);
});

test("an empty calibrant file says that it has no events, not that its channel is missing", async () => {
  const parameters = { beads: { b: { kind: "fluorescence", unit: "MESF", channels: { "PE-A": [1, 2] } } } };
  const rows: Partial<SheetRow>[] = [{ role: "calibrant", extra: { calibrant: "b" } }];
  const found = await study([{ file: "a.fcs", bytes: bytes(0), rows }], { parameters });
  expect(found.codes().length).toBeGreaterThan(0);
  expect(found.codes()).not.toContain("cytometry-channel-unknown");
});

const folder = `${process.env.VESICA_DATA ?? "../shared/data"}/flow-cytometry/legendplex-beadplexr/inst/extdata`;
const plate = "K2-C07-A7.fcs";

describe.skipIf(!existsSync(`${folder}/${plate}`))("a real LEGENDplex tube", () => {
  test("gives six analytes of the small beads and seven of the large", async () => {
    const names = (group: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${group}${i + 1}`);
    const multiplex = {
      reporter: "FL2-A",
      dyes: ["FL6-A"],
      size: ["FSC-A", "SSC-A"],
      groups: { A: names("A", 6), B: names("B", 7) },
    };
    const real = new Uint8Array(readFileSync(`${folder}/${plate}`));
    const found = await study([{ file: plate, bytes: real, rows: [{}] }], { parameters: { multiplex } });
    expect(dataSetOf(found, plate).analytes.map(({ name }) => name)).toEqual([
      ...names("A", 6),
      ...names("B", 7),
    ]);
  });
});
