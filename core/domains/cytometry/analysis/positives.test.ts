import { describe, expect, test } from "vitest";
import type { Json } from "../../../kernel/index.ts";
import { gridIndex, gridLower } from "../operations/gates/grid.ts";
import { type FlowFile, flow, study, summaryOf, type TestFile } from "./studies.test-support.ts";

const ramp = (events: number, from: number, to: number) =>
  Array.from({ length: events }, (_, i) => from + ((to - from) * i) / events);
/** `dim` events under 100 and `bright` ones over 1000. */
const pe = (dim: number, bright: number, more: Omit<FlowFile, "channels"> = {}) =>
  flow({
    channels: {
      "SSC-A": ramp(dim + bright, 100, 200),
      "PE-A": [...ramp(dim, 1, 100), ...ramp(bright, 1000, 2000)],
    },
    ...more,
  });
const sample = (bytes = pe(800, 200), row: object = {}): TestFile => ({
  file: "s.fcs",
  bytes,
  rows: [{ sample: "S", ...row }],
});
const control = (kind: string, bytes = pe(1000, 0), row: object = {}): TestFile => ({
  file: `${kind}.fcs`,
  bytes,
  rows: [{ sample: `c ${kind}`, role: "control", extra: { control: kind }, ...row }],
});
const run = (files: readonly TestFile[], parameters: Json = {}) =>
  study(files, { parameters: { markers: ["PE-A"], ...(parameters as object) } });
const fraction = async (files: readonly TestFile[], parameters: Json = {}) =>
  (await run(files, parameters)).one("cytometry.positiveFraction", "S")!;

describe("the threshold of a positive", () => {
  test("comes from the isotype control before the unstained one, at its share", async () => {
    const found = await run([sample(), control("isotype"), control("unstained", pe(500, 500))]);
    const [marker] = summaryOf(found).markers;
    expect(marker).toMatchObject({ from: "isotype" });
    // 99 of 100 values of the ramp from 1 to 100, up to the next line of the grid
    expect(marker!.threshold).toBeGreaterThanOrEqual(98.9);
    expect(marker!.threshold).toBeLessThan(99.1 * (1 + 1 / 32));
    const { value, flags, qualifiers } = found.one("cytometry.positiveFraction", "S")!;
    expect(qualifiers.thresholdFrom).toBe("isotype");
    expect(value).toBeGreaterThan(0.19);
    expect(value).toBeLessThanOrEqual(0.21);
    expect(flags).toEqual([]);
  });

  test("comes from the stricter of isotype and the FMO control of its channel; other FMO controls decide nothing", async () => {
    const at = async (...files: readonly TestFile[]) =>
      summaryOf(await run([sample(), ...files])).markers[0]!;
    const brighter = pe(900, 100);
    const strict = await at(control("isotype"), control("fmo PE-A", brighter));
    expect(strict.from).toBe("fmo");
    expect(strict.threshold).toBeGreaterThan(1000);
    expect(strict.curves.map(({ of }) => of)).toEqual(["sample", "fmo", "isotype"]);
    expect(await at(control("isotype", brighter), control("fmo PE-A"))).toMatchObject({
      from: "isotype",
      threshold: strict.threshold,
    });
    const other = await at(control("isotype"), control("fmo SSC-A", brighter));
    expect(other).toMatchObject({ from: "isotype" });
    expect(other.curves.map(({ of }) => of)).toEqual(["sample", "isotype"]);
  });

  test("of an FMO control without such a channel is none, and that is told", async () => {
    const found = await run([sample(), control("fmo APC-A")]);
    expect(found.codes()).toEqual(
      expect.arrayContaining(["cytometry-fmo-channel", "cytometry-control-missing"]),
    );
  });

  test("of study.yaml is moved up to the next line of the grid, and stays on one", async () => {
    const at = async (threshold: number) =>
      summaryOf(await run([sample()], { thresholds: { "PE-A": threshold } })).markers[0]!.threshold;
    expect(await at(512)).toBe(512);
    const up = await at(513);
    expect(up).toBe(gridLower(gridIndex(513) + 1));
    expect(up).toBe(528);
    expect(await at(-513)).toBeGreaterThanOrEqual(-513);
  });

  test("beyond every number is refused", async () => {
    const found = await run([sample()], { thresholds: { "PE-A": 1e300 } });
    expect(found.codes()).toContain("cytometry-threshold-off-scale");
    expect(found.one("cytometry.positiveFraction", "S")).toBeUndefined();
  });

  test("without any control is not guessed", async () => {
    const found = await run([sample()]);
    expect(found.codes()).toContain("cytometry-control-missing");
    expect(found.one("cytometry.positiveFraction", "S")).toBeUndefined();
  });

  test("from another sample's control says so", async () => {
    const other = control("isotype", pe(1000, 0), { donor: "D9" });
    expect((await fraction([sample(), other])).flags).toContain("control_of_other_sample");
    expect((await fraction([sample(), control("isotype")])).flags).not.toContain("control_of_other_sample");
  });
});

describe("controls recorded otherwise", () => {
  const shifted = control("isotype", pe(1000, 0, { voltages: { "PE-A": "600" } }));

  test("at another voltage decide nothing, and are told", async () => {
    const found = await run([sample(), shifted]);
    expect(found.one("cytometry.positiveFraction", "S")).toBeUndefined();
    const issue = found.issues.find(({ code }) => code === "cytometry-control-settings")!;
    expect(issue.file).toBe("s.fcs");
    expect(issue.message.en).toContain("voltage 600");
    expect(issue.message.en).toContain("voltage 400");
  });

  test("give way to the next best at the same voltage", async () => {
    const found = await run([sample(), shifted, control("unstained")]);
    expect(found.one("cytometry.positiveFraction", "S")!.qualifiers.thresholdFrom).toBe("unstained");
    expect(found.codes()).toContain("cytometry-control-settings");
  });

  test("in another channel alone do no harm", async () => {
    const other = control("isotype", pe(1000, 0, { voltages: { "SSC-A": "600" } }));
    const found = await run([sample(), other]);
    expect(found.one("cytometry.positiveFraction", "S")).toBeDefined();
    expect(found.codes()).not.toContain("cytometry-control-settings");
  });

  test("on another instrument are none of the sample's", async () => {
    const other = control("isotype", pe(1000, 0, { keywords: { $CYT: "Cytometer B" } }));
    expect((await run([sample(), other])).codes()).toContain("cytometry-control-missing");
  });

  test("files of one sample at two voltages are not pooled", async () => {
    const second = { ...sample(pe(0, 1000, { voltages: { "PE-A": "600" } })), file: "t.fcs" };
    const found = await run([sample(), second, control("isotype")]);
    expect(found.codes()).toContain("cytometry-sample-settings");
    expect(found.one("cytometry.positiveFraction", "S")!.value).toBeLessThan(0.21);
  });
});

describe("what is subtracted", () => {
  test("is the share of a control with particles", async () => {
    const thresholds = { "PE-A": 512 };
    const found = await fraction([sample(), control("isotype", pe(900, 100))], { thresholds });
    expect(found.value).toBeCloseTo(0.2 - 0.1, 12);
  });

  test("is not the share of a buffer's few events, which are other particles", async () => {
    // half of the reagent's 20 events are bright: 10 of the sample's 1000, not half of them
    const thresholds = { "PE-A": 512 };
    for (const kind of ["reagent", "buffer"]) {
      const found = await fraction([sample(), control(kind, pe(10, 10))], { thresholds });
      expect(found.value).toBeCloseTo(0.2, 12);
      expect(found.flags).toContain("no_control_subtracted");
    }
    expect((await fraction([sample(), control("reagent")])).flags).toContain("threshold_from_buffer");
  });

  test("where nothing is above the control a limit is given, never 0", async () => {
    const found = await fraction([sample(pe(1000, 0)), control("isotype")], { thresholds: { "PE-A": 512 } });
    expect(found.bound).toBe("below");
    expect(found.value).toBeGreaterThan(0);
  });
});

describe("brightness of the positives", () => {
  test("is in arbitrary units without beads, with a flag and a note", async () => {
    const found = await run([sample(), control("isotype")], { thresholds: { "PE-A": 512 } });
    const brightness = found.one("cytometry.brightness", "S")!;
    expect(brightness.unit).toBe("{arbitrary_units}");
    expect(brightness.flags).toContain("arbitrary_units");
    // the exact median of the ramp from 1000 to 2000, within a step of the grid
    expect(Math.abs(brightness.value / 1497.5 - 1)).toBeLessThan(1 / 32);
    expect(brightness.interval!.lower).toBeLessThan(1497.5);
    expect(brightness.interval!.upper).toBeGreaterThan(1497.5);
    expect(found.codes()).toContain("cytometry-calibration-missing");
  });

  test("is not given of fewer than ten", async () => {
    const given = await run([sample(pe(100, 9)), control("isotype")], { thresholds: { "PE-A": 512 } });
    expect(given.one("cytometry.brightness", "S")).toBeUndefined();
  });
});

test("events that are no numbers are told, and in no count", async () => {
  const channels = {
    "SSC-A": [1, 2, 3, 4, 5],
    "PE-A": [1, Number.NaN, 1000, Number.POSITIVE_INFINITY, 2000],
  };
  const found = await run([sample(flow({ channels }))], { thresholds: { "PE-A": 512 } });
  expect(found.one("cytometry.eventsNotUsable", "s.fcs")!.value).toBe(2);
  expect(found.one("cytometry.positiveFraction", "S")!.value).toBeCloseTo(2 / 3, 12);
});
