import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { isAccepted } from "../../../kernel/index.ts";
import type { Capture, DistributionMeasurement, SizeBins } from "../measurement.ts";
import { readSummary } from "./nanosight-summary.ts";

const folder = `${process.env.VESICA_DATA ?? "../shared/data"}/nta`;
const present = existsSync(folder);
if (!present) console.log(`no real NanoSight files at ${folder}: they are not read`);

const names = present
  ? (readdirSync(folder, { recursive: true }) as string[]).filter((name) =>
      /ExperimentSummary\.csv$|beads\.csv$/.test(name),
    )
  : [];
const read = (name: string) => {
  const result = readSummary(new Uint8Array(readFileSync(`${folder}/${name}`)), { name });
  if (!isAccepted(result)) throw new Error(`${name}: ${result.issues[0]!.message.en}`);
  return result;
};
const named = (part: string) => read(names.find((name) => name.includes(part))!);
const old = (measurement: DistributionMeasurement) => measurement.instrument.software.startsWith("NTA 3.2");

interface Found {
  readonly capture: Capture;
  readonly old: boolean;
  readonly bins: SizeBins;
}

function found(): readonly Found[] {
  return names.flatMap((name) => {
    const { value } = read(name);
    return value.captures.map((capture) => ({ capture, old: old(value), bins: capture.bins! }));
  });
}

const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
const centre = (bins: SizeBins, at: number) => (bins.edges[at]! + bins.edges[at + 1]!) / 2;

function moments(bins: SizeBins) {
  const total = sum(bins.concentration);
  const mean = bins.concentration.reduce((all, value, at) => all + value * centre(bins, at), 0) / total;
  const square =
    bins.concentration.reduce((all, value, at) => all + value * (centre(bins, at) - mean) ** 2, 0) / total;
  return { mean, sd: Math.sqrt(square) };
}

function quantile(bins: SizeBins, share: number): number {
  let left = share * sum(bins.concentration);
  const at = bins.concentration.findIndex((value) => {
    if (value > 0 && left <= value) return true;
    left -= value;
    return false;
  });
  return bins.edges[at]! + left / bins.concentration[at]!;
}

describe.runIf(present)("real NanoSight summaries", () => {
  test("all 30 are read, with 131 captures of 1000 bins", () => {
    expect(names).toHaveLength(30);
    const captures = found();
    expect(captures).toHaveLength(131);
    for (const { bins } of captures) {
      expect(bins.edges).toHaveLength(1001);
      expect([bins.edges[0], bins.edges[1000]]).toEqual([0, 1000]);
    }
  });

  test("bins add up to the printed concentration within the three digits printed", () => {
    for (const { capture, bins } of found()) {
      const ratio = sum(bins.concentration) / capture.stated.concentration!.value;
      expect(ratio).toBeGreaterThan(0.9958);
      expect(ratio).toBeLessThan(1.0037);
    }
  });

  test("mean, SD and mode of the bins are those printed", () => {
    for (const { capture, bins } of found()) {
      const { mean, sd } = moments(bins);
      expect(Math.abs(mean - capture.stated.mean!.value)).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(sd - capture.stated.sd!.value)).toBeLessThanOrEqual(0.0501);
      const peak = bins.concentration.indexOf(Math.max(...bins.concentration));
      expect(Math.abs(centre(bins, peak) - capture.stated.mode!.value)).toBeLessThanOrEqual(0.5001);
    }
  });

  test("D10, D50 and D90 by linear interpolation are those printed by NTA 3.4, and 1 nm above those of NTA 3.2", () => {
    for (const { capture, bins, old } of found()) {
      for (const [name, share] of [
        ["d10", 0.1],
        ["d50", 0.5],
        ["d90", 0.9],
      ] as const) {
        const difference = quantile(bins, share) - capture.stated[name]!.value - (old ? 1 : 0);
        expect(Math.abs(difference)).toBeLessThanOrEqual(0.0501);
      }
    }
  });

  test("the only warnings are of files that somebody renamed or edited", () => {
    const told = names.flatMap((name) =>
      read(name).warnings.map((issue) => `${basename(issue.file!).slice(0, 7)} ${issue.code}`),
    );
    expect(told.sort()).toEqual([
      "AD_0h_A nanosight-filename-mismatch",
      "AD_0h_A nanosight-renamed",
      "beads.c nanosight-renamed",
    ]);
  });

  test("NTA 3.2: values, lines, conditions and averages of the first capture", () => {
    const { value } = named("beads.csv");
    expect(value.captures).toHaveLength(12);
    expect(value.pack).toBe("std_combined");
    expect(value.captures[0]).toMatchObject({
      name: "std_10000_yes_2_00",
      stated: {
        concentration: { value: 1.43e9, printed: "1430000000", line: 44, unit: "{particles}/mL" },
        d50: { value: 96, printed: "96", line: 83 },
        validTracks: { value: 4286, printed: "4286" },
      },
      dilution: { factor: null, printedConcentrationIs: "as measured" },
      viscosity: 0.945113,
      driftPixelsPerFrame: { x: -3.7, y: 0.2 },
      instrumentWarnings: [],
    });
    expect(value.captures[0]!.temperatureKelvin).toBeCloseTo(295.498, 9);
    expect(value.statedAverage.d50).toMatchObject({ value: 96.4, printed: "96.4" });
    expect(value.settings.find(({ key }) => key === "Remarks")?.values[0]).toContain(
      "std_10000_no_2_.nano, std_",
    );
  });

  test("NTA 3.4 in Latin-1 with six tables: every judgement is kept word for word", () => {
    const { value } = named("AD_12h_A_LS");
    expect(value.captures).toHaveLength(4);
    const [first, second] = value.captures;
    expect(
      first!.instrumentWarnings.map(({ key, words, severity }) => `${key}: ${words} (${severity})`),
    ).toEqual([
      "Concentration Warnings / Validity of concentration measurement: Be cautious of data due to noise (caution)",
      "Concentration Warnings / Noise level: Noise detected (caution)",
      "Information / Concentration: Low concentration (caution)",
      "Information / Noise level: Noise detected (caution)",
      "Information / Vibration detected: High vibration (caution)",
      "Information / Vibration correction applied: Yes (caution)",
    ]);
    expect(second!.instrumentWarnings[0]).toMatchObject({
      words: "Not Calibrated",
      severity: "fail",
      line: 55,
    });
  });

  test("“Unreliable” is a verdict of fail on exactly 36 captures, “Not Calibrated” on 3", () => {
    const failed = names.flatMap((name) =>
      read(name).value.instrumentWarnings.filter(({ severity }) => severity === "fail"),
    );
    expect(failed.filter(({ words }) => words === "Unreliable")).toHaveLength(36);
    expect(failed.filter(({ words }) => words === "Not Calibrated")).toHaveLength(3);
    expect(failed).toHaveLength(39);
  });
});
