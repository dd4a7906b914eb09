import { describe, expect, test } from "vitest";
import type { Json } from "../../../kernel/index.ts";
import { type FlowFile, flow, study, summaryOf, type TestFile } from "./studies.test-support.ts";

const events = (n: number, more: Partial<FlowFile> = {}) =>
  flow({
    channels: {
      "SSC-A": Array.from({ length: n }, (_, i) => 200 + (i % 100)),
      "PE-A": Array.from({ length: n }, (_, i) => (i % 10 === 0 ? 1000 + (i % 7) : 10 + (i % 9))),
    },
    ...more,
  });
const file = (
  name: string,
  n: number,
  row: object = {},
  volume = "10",
  more: Partial<FlowFile> = {},
): TestFile => ({
  file: `${name}.fcs`,
  bytes: events(n, more),
  rows: [{ sample: "S", extra: { volume_uL: volume }, ...row }],
});
const control = (
  name: string,
  kind: string,
  n: number,
  row: object = {},
  volume = "10",
  more = {},
): TestFile =>
  file(
    name,
    n,
    { sample: name, role: "control", extra: { control: kind, volume_uL: volume }, ...row },
    "",
    more,
  );
const run = (files: readonly TestFile[], parameters: Json = {}, reference?: string) =>
  study(files, { parameters, ...(reference ? { reference } : {}) });
const original = { dilutionState: "original" };

describe("concentration of a sample", () => {
  test("is counts over volume times dilution, the buffer's rate subtracted once and undiluted", async () => {
    const found = await run([file("a", 2000, { dilution: 100 }), control("b", "buffer", 100, {}, "5")]);
    // 2000 in 10 uL less 100 in 5 uL
    expect(found.one("cytometry.concentration", "S", original)!.value).toBeCloseTo(1.8e7, 3);
    const share = found.one("cytometry.bufferShare", "S")!;
    expect(share.value).toBeCloseTo(0.1, 9);
  });

  test("positives per volume are not short of the buffer's share: no buffer event is among them", async () => {
    const files = [file("a", 2000, { dilution: 100 }), control("b", "buffer", 100, {}, "5")];
    const found = await run(files, { markers: ["PE-A"], thresholds: { "PE-A": 512 } });
    // 200 positives in 10 uL
    expect(found.one("cytometry.positiveConcentration", "S", original)!.value).toBeCloseTo(2e6, 3);
  });

  test("of several buffers adds up events and volumes", async () => {
    const buffers = [control("b", "buffer", 100, {}, "5"), control("c", "buffer", 20, {}, "15")];
    const found = await run([file("a", 2000), ...buffers]);
    expect(found.one("cytometry.concentration", "S")!.value).toBeCloseTo(2e5 - 6e3, 6);
  });

  test("a blank without a control cell is a buffer", async () => {
    const blank = file("b", 100, { sample: "blank", role: "blank" });
    expect((await run([file("a", 2000), blank])).one("cytometry.concentration", "S")!.value).toBeCloseTo(
      1.9e5,
      6,
    );
  });

  test("a buffer with another trigger, and one without a volume, are not subtracted, and that is told", async () => {
    const trigger = (threshold: number) => ({ keywords: { $TR: `SSC-A,${threshold}` } });
    const other = await run([
      file("a", 2000, {}, "10", trigger(150)),
      control("b", "buffer", 100, {}, "10", trigger(90)),
    ]);
    expect(other.one("cytometry.concentration", "S")!.value).toBeCloseTo(2e5, 6);
    expect(other.codes()).toContain("cytometry-control-trigger");
    const unknown = await run([file("a", 2000), control("b", "buffer", 100, {}, "")]);
    expect(unknown.one("cytometry.concentration", "S")!.value).toBeCloseTo(2e5, 6);
    expect(unknown.codes()).toContain("cytometry-buffer-not-comparable");
  });

  test("not above the buffer is an upper limit", async () => {
    const found = await run([file("a", 100), control("b", "buffer", 120)]);
    expect(found.one("cytometry.concentration", "S")).toMatchObject({ bound: "below" });
    expect(found.one("cytometry.positiveConcentration", "S")).toBeUndefined();
  });

  test("without a dilution is as measured and flagged; without a volume it is not given, and told", async () => {
    const found = await run([file("a", 2000)]);
    expect(found.one("cytometry.concentration", "S", { dilutionState: "as measured" })!.flags).toContain(
      "dilution_not_recorded",
    );
    expect(found.one("cytometry.concentration", "S", original)).toBeUndefined();
    const none = await run([file("a", 2000, {}, "")]);
    expect(none.one("cytometry.concentration", "S")).toBeUndefined();
    expect(none.codes()).toContain("cytometry-volume-unknown");
  });

  test("of several files is their mean; those without dilution are left out and flagged", async () => {
    const files = [file("a", 2000, { dilution: 10 }), file("b", 1000, { dilution: 22 }), file("c", 9000)];
    const found = await run(files);
    const whole = found.one("cytometry.concentration", "S", original)!;
    expect(whole.value).toBeCloseTo((2e6 + 2.2e6) / 2, 6);
    expect(whole.flags).toContain("files_without_dilution_left_out");
    expect(whole.n).toEqual({ technical: 2, biological: null });
    expect(whole.interval!.method).toBe("t-between-measurements");
  });

  test("what is uncertain in every volume alike widens the mean's interval too", async () => {
    const files = [1000, 1010, 990].map((n, i) => file(`f${i}`, n, { dilution: 10 }));
    const width = async (volumeUncertainty: number) => {
      const { interval } = (await run(files, { volumeUncertainty })).one(
        "cytometry.concentration",
        "S",
        original,
      )!;
      return Math.log(interval!.upper / interval!.lower) / 2;
    };
    const alone = await width(0);
    // distances on the log scale add in squares: 1.96 x 0.1
    expect(await width(0.1)).toBeCloseTo(Math.hypot(alone, 0.196), 2);
  });

  test("files at their limit are left out of the mean, and told", async () => {
    const files = [
      file("a", 2000, { dilution: 10 }),
      file("b", 2000, { dilution: 10 }),
      file("c", 100, { dilution: 200 }),
      control("x", "buffer", 100),
    ];
    const found = await run(files);
    expect(found.one("cytometry.concentration", "S", original)!.value).toBeCloseTo(1.9e6, 3);
    expect(found.issues.find(({ code }) => code === "cytometry-files-at-limit")!.message.en).toContain(
      "1 of 3",
    );
  });

  test("doubts of any of its files stay with the mean", async () => {
    const files = [file("a", 100, { dilution: 1000 }), file("b", 20_000, { dilution: 10 }, "1")];
    // 2e7 events/mL in 50 pL are one in each volume
    const found = await run(files, { probeVolume: 50 });
    expect(found.one("cytometry.concentration", "S", original)!.flags).toContain("several_in_beam");
  });
});

describe("checks of a sample", () => {
  const statuses = async (files: readonly TestFile[]) => {
    const { checks } = summaryOf(await run(files));
    return Object.fromEntries(checks.map(({ check, status }) => [check, status]));
  };

  test("a treated tube is as diluted as the sheet says, either way round", async () => {
    const treated = (row: object) => control("d", "detergent", 100, row);
    for (const [own, other] of [
      [{ dilution: 100 }, { dilution: 100 }],
      [{ dilution: 100 }, {}],
      [{}, { dilution: 100 }],
      [{}, {}],
    ] as const)
      expect((await statuses([file("a", 2000, own), treated(other)])).detergent).toBe("met");
    expect((await statuses([file("a", 2000, { dilution: 10 }), treated({ dilution: 1000 })])).detergent).toBe(
      "not met",
    );
  });

  test("a treated tube of unknown dilution is not guessed where the sample has several", async () => {
    const files = [file("a", 2000, { dilution: 10 }), file("b", 200, { dilution: 100 })];
    expect((await statuses([...files, control("d", "detergent", 100)])).detergent).toBe("not reported");
  });

  test("nothing measured is not reported", async () => {
    expect(await statuses([file("a", 2000)])).toEqual({
      buffer_share: "not reported",
      detergent: "not reported",
      dilution: "not reported",
    });
  });

  test("brightness that changes with the voltage is no sign of a swarm", async () => {
    const shifted = (n: number, dilution: number, voltage: string) =>
      file(`f${dilution}`, n, { dilution }, "10", { voltages: { "SSC-A": voltage } });
    const series = (...voltages: string[]) =>
      run([4000, 2000, 1000, 500].map((n, i) => shifted(n, 10 * 2 ** i, voltages[i]!)));
    expect(summaryOf(await series("400", "400", "400", "400")).series[0]!.medians).not.toEqual([]);
    expect(summaryOf(await series("400", "400", "400", "500")).series[0]!.medians).toEqual([]);
  });
});

describe("conditions", () => {
  const donors = (condition: string, counts: readonly number[], row: object = {}, more = {}) =>
    counts.map((n, i) =>
      file(
        `${condition}${i}`,
        n,
        { sample: `${condition}${i}`, donor: `D${i}`, condition, dilution: 10, ...row },
        "10",
        more,
      ),
    );

  test("are compared by donors: the ratio of geometric means, paired", async () => {
    const found = await run(
      [...donors("c", [1000, 2000, 4000]), ...donors("h", [2100, 4000, 7900])],
      {},
      "c",
    );
    const ratio = found.one("cytometry.groupRatio.concentration", "h / c")!;
    expect(ratio.value).toBeCloseTo(Math.cbrt((2.1 * 2 * 7.9) / 4), 9);
    expect(ratio.n.biological).toBe(3);
    expect(ratio.assumptions).toContain("paired_donors");
  });

  test("a sample that is only an upper limit is left out, and told", async () => {
    const files = [
      ...donors("c", [1000, 2000, 4000]),
      ...donors("h", [2100, 4000, 30]),
      control("b", "buffer", 50),
    ];
    const found = await run(files, {}, "c");
    const issue = found.issues.find(({ code }) => code === "cytometry-comparison-at-limit")!;
    expect(issue.message.en).toContain("h2");
    expect(found.one("cytometry.groupMean.concentration", "h")?.n.biological ?? 2).toBe(2);
  });

  test("two instruments are not mixed", async () => {
    const again = donors("c", [9000, 9000], {}, { keywords: { $CYT: "Cytometer B" } }).map((one) => ({
      ...one,
      file: `again-${one.file}`,
    }));
    const found = await run(
      [...donors("c", [1000, 2000, 4000]), ...again, ...donors("h", [2100, 4000, 7900])],
      {},
      "c",
    );
    expect(found.codes()).toContain("cytometry-comparison-instruments");
    const mean = found.one("cytometry.groupMean.concentration", "c")!;
    expect(mean.value).toBeCloseTo(2e6, 3);
  });

  test("one donor is no group, and no name is no donor", async () => {
    const one = await run(
      [...donors("c", [1000]), ...donors("h", [2000])],
      { thresholds: { "PE-A": 512 } },
      "c",
    );
    expect(one.one("cytometry.groupRatio.concentration", "h / c")).toBeUndefined();
    expect(one.one("cytometry.groupFraction", "c")!.flags).toContain("no_biological_replicates");
    const nameless = donors("c", [1000, 2000]).map((given) => ({
      ...given,
      rows: given.rows!.map(({ donor: _, ...row }) => row),
    }));
    const none = await run(nameless, { thresholds: { "PE-A": 512 } });
    expect(none.one("cytometry.groupFraction", "c")).toBeUndefined();
  });
});
