import { describe, expect, test } from "vitest";
import { type Accepted, isAccepted } from "../../../kernel/index.ts";
import type { DistributionMeasurement } from "../measurement.ts";
import { codes, type Edit, file, read, replaceLine } from "./nanosight-summary.test-support.ts";
import { nanosightSummary, readSummary } from "./nanosight-summary.ts";

describe("what does not hold together is told of", () => {
  const lineOf = (start: string) =>
    reencodeText(file().bytes)
      .split("\r\n")
      .findIndex((line) => line.startsWith(start)) + 1;
  const cases: readonly [string, Edit, readonly string[], string?][] = [
    [
      "concentration that the bins do not add up to",
      replaceLine("Concentration (Particles", (line) => line.replace(/,(\d\.\d\d)e/, ",9.99e")),
      ["nanosight-bins-and-concentration"],
      "Concentration (Particles",
    ],
    [
      "a D50 that is not the percentile",
      replaceLine("D50", (line) => line.replace(/,[\d.]+/, ",120.0")),
      ["nanosight-percentiles"],
      "D50",
    ],
    [
      "a word for a number",
      replaceLine("D90", (line) => line.replace(/,[\d.]+/, ",n/a")),
      ["nanosight-value-unreadable"],
      "D90",
    ],
    [
      "a negative size",
      replaceLine("D10", (line) => line.replace(/,[\d.]+/, ",-3.0")),
      ["nanosight-value-unreadable"],
      "D10",
    ],
    [
      "0 nm",
      replaceLine("Mode", (line) => line.replace(/,[\d.]+/, ",0.0")),
      ["nanosight-no-particles"],
      "Mode",
    ],
    [
      "a row with too few values",
      replaceLine("Camera Histogram Lower Limit,OK", (line) => line.replace(/,OK,$/, "")),
      ["nanosight-row-columns", "nanosight-value-unreadable"],
      "Camera Histogram Lower Limit,OK",
    ],
    ["a row that is missing", replaceLine("Centres", () => ""), ["nanosight-row-missing"]],
    ["a row that stands twice", replaceLine("Mean", (line) => `${line}\r\n${line}`), ["nanosight-row-twice"]],
    [
      "an unknown section",
      (text) => text.replace("[Exclusion Regions]", "[Regions]"),
      ["nanosight-section-unknown"],
      "[Exclusion",
    ],
    ["a missing section", (text) => text.replace(/\[Settings\],,,,\r\n/, ""), ["nanosight-section-missing"]],
    [
      "another version",
      (text) => text.replace("Created with NTA 3.4", "Created with NTA 2.3"),
      ["nanosight-version-not-checked"],
      "Created",
    ],
    [
      "names that differ in the size data",
      replaceLine("Filename,", (line) => line.replace("twin", "twine")),
      ["nanosight-filename-mismatch"],
      "Filename,",
    ],
    [
      "more valid than completed tracks",
      replaceLine("Completed tracks", (line) => line.replace(/,\d+/, ",3")),
      ["nanosight-valid-tracks"],
      "Valid Tracks",
    ],
    [
      "a mode outside of the bins",
      replaceLine("Mode", (line) => line.replace(/,[\d.]+/, ",900.0")),
      ["nanosight-outside-graph"],
      "Mode",
    ],
    [
      "percentiles that fall",
      replaceLine("40,", () => "40,1.0,1.0,1.0,"),
      Array(3).fill("nanosight-percentile-order"),
    ],
    [
      "a table that is not announced",
      replaceLine("Size distribution", () => ""),
      ["nanosight-block-unannounced"],
      "Weighting",
    ],
    [
      "no line end after the last row",
      (text) => text.replace(/[\r\n,]+$/, ""),
      ["nanosight-table-columns", "nanosight-file-cut"].toSorted(),
    ],
    [
      "a viscosity of nothing",
      replaceLine("Viscosity", (line) => line.replace(/,[\d.]+/, ",0")),
      ["nanosight-value-unreadable"],
      "Viscosity",
    ],
  ];
  for (const [title, edit, expected, start] of cases) {
    test(title, () => {
      const found = read({}, edit);
      expect(codes(found).toSorted()).toEqual(expected.toSorted());
      if (start !== undefined) expect(found.warnings[0]!.place?.line).toBe(lineOf(start));
      for (const { message, remedy } of found.warnings) {
        expect(`${message.en}${message.ja}${remedy.en}${remedy.ja}`).not.toMatch(/\{\w+\}|undefined|NaN/);
      }
    });
  }

  test("a number that cannot be read is absent, the others stay", () => {
    const { stated } = read(
      {},
      replaceLine("D90", (line) => line.replace(/,[\d.]+/, ",n/a")),
    ).value.captures[0]!;
    expect(stated.d90).toBeUndefined();
    expect(stated.d50?.value).toBeGreaterThan(100);
  });
  test("0 particles/mL is kept as printed, with a warning that it is no true zero", () => {
    const found = read(
      {},
      replaceLine("Concentration (Particles", (line) => line.replace(/,[\d.e+]+/, ",0.00e+00")),
    );
    expect(codes(found)).toContain("nanosight-no-particles");
    expect(found.value.captures[0]!.stated.concentration).toMatchObject({ value: 0, printed: "0.00e+00" });
  });
  test("a renamed file: a note, nothing more", () => {
    const result = readSummary(file().bytes, { name: "S1.csv" }) as Accepted<DistributionMeasurement>;
    expect(result.warnings.map(({ code, severity }) => [code, severity])).toEqual([
      ["nanosight-renamed", "note"],
    ]);
  });
  test("Windows-1252 in names: the spelling is doubtful", () => {
    expect(codes(read({ encoding: "windows-1252", sampleName: "Probe für EV" }))).toEqual([
      "nanosight-name-encoding",
    ]);
    expect(codes(read({ encoding: "utf-8", sampleName: "試料1" }))).toEqual([]);
  });
});

function reencodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

describe("tables that are only walked over are checked too", () => {
  const all = { weightings: "all" } as const;
  const cases: readonly [string, Edit, readonly string[]][] = [
    [
      "a table too many announced",
      (text) =>
        text.replace("[Data Included],", "[Data Included],\r\nDiffusion distribution - Other weighting,"),
      ["nanosight-block-missing"],
    ],
    [
      "a row of the surface table missing",
      (text) => removeLast(text, "\r\n110.5,", 1),
      ["nanosight-table-rows"],
    ],
    [
      "a percentile of the last table missing",
      (text) => removeLast(text, "\r\n64,", 0),
      ["nanosight-table-rows"],
    ],
    [
      "text inside the last table",
      (text) => text.replace(/\r\n442.0,(?![\s\S]*\r\n442.0,)/, "\r\nnote\r\n442.0,"),
      ["nanosight-table-cut"],
    ],
    [
      "another unit of diffusion",
      (text) => text.replace("Bin centre (E4", "Bin centre (E3"),
      ["nanosight-table-heading"],
    ],
  ];
  for (const [title, edit, expected] of cases) {
    test(title, () => {
      const found = read(all, edit);
      expect(codes(found)).toEqual(expected);
      expect(found.value.captures.every(({ bins }) => bins !== null)).toBe(true);
    });
  }
});

/** Takes out the line that starts with `start`: the last one, or that many before it. */
function removeLast(text: string, start: string, before: number): string {
  let at = text.lastIndexOf(start);
  for (let skip = before; skip > 0; skip--) at = text.lastIndexOf(start, at - 1);
  return text.slice(0, at) + text.slice(text.indexOf("\r\n", at + 2));
}

describe("bins are read whole or not at all", () => {
  const bins = (edit: Edit) => read({}, edit).value.captures.map((capture) => capture.bins !== null);
  test("a bin that is not a number takes the distribution of its capture only", () => {
    expect(bins(replaceLine("110.5,", (line) => line.replace(/^110.5,[^,]+/, "110.5,x")))).toEqual([
      false,
      true,
      true,
    ]);
  });
  test("a negative bin", () => {
    expect(bins(replaceLine("110.5,", (line) => line.replace(/,([^,]+),([^,]+),/, ",$1,-$2,")))).toEqual([
      true,
      false,
      true,
    ]);
  });
  test("a missing row, a swapped row, text inside the table", () => {
    expect(bins(replaceLine("110.5,", () => ""))).toEqual([false, false, false]);
    expect(bins((text) => text.replace(/\r\n110.5,.*/, ""))).toEqual([false, false, false]);
    expect(bins((text) => text.replace("\r\n110.5,", "\r\n11.5,"))).toEqual([false, false, false]);
    expect(bins((text) => text.replace("\r\n110.5,", "\r\nnote\r\n110.5,"))).toEqual([false, false, false]);
  });
  test("another unit in the heading", () => {
    expect(bins((text) => text.replace("Bin centre (nm)", "Bin centre (um)"))).toEqual([false, false, false]);
    expect(
      bins((text) => text.replace("Concentration (particles / ml)", "Concentration (E6 particles / ml)")),
    ).toEqual([false, true, true]);
  });
  test("bins of 2 nm have their edges between the centres, with a warning", () => {
    const found = read({ bins: { count: 300, width: 2 } });
    expect(codes(found)).toEqual(["nanosight-bin-width"]);
    expect(Array.from(found.value.captures[0]!.bins!.edges.slice(0, 3))).toEqual([0, 2, 4]);
  });
});

describe("refused or not recognised", () => {
  test("a file of something else, an empty file, random bytes", () => {
    for (const text of ["", "a,b\n1,2\n", "\u0000\u0001", "NTA Experiment Summary File"]) {
      const result = readSummary(new TextEncoder().encode(text), { name: "x.csv" });
      expect(isAccepted(result)).toBe(false);
    }
  });
  test("sniff is certain of the first line and nothing else", () => {
    const sniff = (text: string) => nanosightSummary.sniff(new TextEncoder().encode(text), "x.csv");
    expect(nanosightSummary.sniff(file().bytes, "x.csv")).toBe(1);
    expect(nanosightSummary.sniff(file({ encoding: "utf-16le" }).bytes.subarray(0, 65536), "x.csv")).toBe(1);
    expect(sniff("\ufeffNTA Single Analysis Summary File\r\n")).toBe(1);
    expect(sniff("Size / nm\tNumber")).toBe(0);
    expect(sniff("")).toBe(0);
  });
});
