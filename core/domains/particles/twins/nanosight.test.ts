import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../../containers/delimited/decode.ts";
import { isAccepted } from "../../../kernel/index.ts";
import { readSummary } from "../formats/nanosight-summary.ts";
import { nanosightPack } from "./nanosight.ts";
import { type NanosightOptions, nanosightDefaults } from "./nanosight-options.ts";

const truth: NanosightOptions["truth"] = {
  distribution: { median: 110, sigma: 0.3 },
  concentration: 3e11,
  dilution: 1000,
};
const data = process.env.VESICA_DATA ?? "../shared/data";
const real = {
  "3.2": `${data}/nta/nanosight-tidynano/beads.csv`,
  "3.4": `${data}/nta/nanosight-alteromonas-mv/Fig_3-Production_rates/AD_12h_B_LS 2020-10-27 11-33-44-ExperimentSummary.csv`,
  "3.4 all weightings": `${data}/nta/nanosight-alteromonas-mv/Fig_2-MVs_size_distribution/AD45_F3 2021-11-02 16-09-42-ExperimentSummary.csv`,
};
const present = existsSync(data);
if (!present) console.log(`no real files at ${data}: the twin's layout is not compared with them`);

/** What makes a layout: each line's label (or `#` for a row of numbers) and its number of cells. */
function skeleton(bytes: Uint8Array): string[] {
  const lines = decodeText(bytes)
    .text.split("\n")
    .map((line) => line.replace(/\r$/, ""));
  return lines.map((line) => {
    const cells = line.replace(/"[^"]*"/g, "quoted").split(",");
    const label = /^[\d.]+$/.test(cells[0]!) ? "#" : cells[0]!.replace(/^Created with.*/, "Created with");
    return `${label} | ${cells.length}`;
  });
}

describe("the twin's layout is the vendor's, line by line", () => {
  const cases = [
    ["3.2", { version: "3.2", captures: 12, lineEnd: "\r\n" }],
    ["3.4", { version: "3.4", captures: 4, lineEnd: "\n" }],
    ["3.4 all weightings", { version: "3.4", captures: 5, lineEnd: "\n", weightings: "all" }],
  ] as const;
  for (const [name, options] of cases) {
    test.runIf(present)(name, () => {
      const [twin] = nanosightPack({ truth, tracksPerCapture: 200, ...options });
      expect(skeleton(twin!.bytes)).toEqual(skeleton(readFileSync(real[name])));
    });
  }
});

test("the same options give the same bytes, another seed gives others", () => {
  const make = (seed: number) => nanosightPack({ truth, seed, captures: 2, tracksPerCapture: 200 })[0]!.bytes;
  expect(make(7)).toEqual(make(7));
  expect(make(7)).not.toEqual(make(8));
});

test("file names follow the software's", () => {
  const files = { singles: true, particleData: true, allTracks: true };
  const names = nanosightPack({ truth, captures: 1, tracksPerCapture: 5, sampleName: "EV", files }).map(
    ({ name }) => name,
  );
  expect(names).toEqual([
    "EV 2024-05-14 10-00-00-ExperimentSummary.csv",
    "EV 2024-05-14 10-00-25_Summary.csv",
    "EV 2024-05-14 10-00-25_ParticleData.csv",
    "EV 2024-05-14 10-00-25_AllTracks.csv",
  ]);
  expect(nanosightDefaults.captures).toBe(5);
});

describe("truth -> twin -> reader gives the truth back", () => {
  const captures = (options: Partial<NanosightOptions>) => {
    const [file] = nanosightPack({ truth, captures: 40, tracksPerCapture: 1000, ...options });
    const result = readSummary(file!.bytes, { name: file!.name });
    if (!isAccepted(result)) throw new Error("refused");
    expect(result.warnings).toEqual([]);
    return result.value.captures;
  };
  const moments = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return {
      mean,
      sd: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)),
    };
  };

  test("concentration: mean of the captures within 4 standard errors, spread of captures and Poisson tracks", () => {
    for (const [recordedDilution, expected] of [
      [false, 3e8],
      [true, 3e11],
    ] as const) {
      const values = captures({ recordedDilution, betweenCaptureSd: 0.1, seed: 11 }).map(
        ({ stated }) => stated.concentration!.value / expected,
      );
      const spread = Math.sqrt(0.1 ** 2 + 1 / 1000);
      const { mean, sd } = moments(values);
      expect(Math.abs(mean - 1)).toBeLessThan((4 * spread) / Math.sqrt(40));
      expect(Math.abs(sd / spread - 1)).toBeLessThan(4 / Math.sqrt(2 * 39));
    }
  });

  test("D10, D50 and D90 of a log-normal are those of TV-A3", () => {
    for (const [name, expected] of [
      ["d10", 74.8896],
      ["d50", 110],
      ["d90", 161.5712],
    ] as const) {
      const { mean, sd } = moments(captures({ seed: 12 }).map(({ stated }) => stated[name]!.value));
      expect(Math.abs(mean - expected)).toBeLessThan((4 * sd) / Math.sqrt(40) + 0.05);
    }
  });

  test("finite tracks broaden beads of one size: mean ratio N/(N-1) over the twin's track lengths", () => {
    const beads = { ...truth, distribution: { median: 100, sigma: 1e-6 } };
    const fixed = captures({ truth: beads, trackLength: 15, seed: 13 }).map(({ stated }) => stated);
    const mean = moments(fixed.map((one) => one.mean!.value)).mean;
    const expected = expectedOverLengths((n) => n / (n - 1)) * 100;
    expect(Math.abs(mean - expected)).toBeLessThan(0.8);
  });
});

/** Mean over track lengths, 5 plus Poisson of mean 10, as the twin draws them. */
function expectedOverLengths(value: (n: number) => number): number {
  let weight = Math.exp(-10);
  let sum = 0;
  for (let k = 0; k < 100; k++) {
    sum += weight * value(5 + k);
    weight *= 10 / (k + 1);
  }
  return sum;
}
