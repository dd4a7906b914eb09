import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { decodeText } from "../formats/text/decode.ts";
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
