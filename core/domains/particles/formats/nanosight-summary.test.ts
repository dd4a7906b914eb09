import { describe, expect, test } from "vitest";
import { type Accepted, isAccepted } from "../../../kernel/index.ts";
import type { DistributionMeasurement } from "../measurement.ts";
import { nanosightPack } from "../twins/nanosight.ts";
import type { NanosightOptions } from "../twins/nanosight-options.ts";
import { codes, read, replaceLine, truth } from "./nanosight-summary.test-support.ts";
import { readSummary } from "./nanosight-summary.ts";

describe("every way that the software writes is read without a warning, to the same numbers", () => {
  const plain = read().value.captures;
  const ways: Readonly<Record<string, Partial<NanosightOptions>>> = {
    "UTF-8 with byte order mark": { encoding: "utf-8-bom" },
    "Windows-1252 with superscripts, all weightings": { encoding: "windows-1252", weightings: "all" },
    "UTF-16, little endian": { encoding: "utf-16le" },
    "UTF-16, big endian": { encoding: "utf-16be" },
    "line feeds": { lineEnd: "\n" },
    "carriage returns": { lineEnd: "\r" },
    "semicolons and decimal commas": { delimiter: ";" },
    "autosampler export, without averages": { averages: false },
    "without percentiles": { percentiles: false },
    "quoted commas in the remarks": { remarks: 'run 1, 2, "three"' },
    "remarks over two lines": { remarks: "first\nsecond" },
  };
  for (const [title, options] of Object.entries(ways)) {
    test(title, () => {
      const found = read(options);
      expect(codes(found)).toEqual([]);
      const values = (captures: typeof plain) =>
        captures.map(({ stated, bins }) => [
          Object.entries(stated).map(([name, { value }]) => [name, value]),
          bins && Array.from(bins.concentration),
          bins && Array.from(bins.edges),
        ]);
      expect(values(found.value.captures)).toEqual(values(plain));
    });
  }

  test("12 videos and 1 video", () => {
    expect(codes(read({ captures: 12 }))).toEqual([]);
    expect(read({ captures: 12 }).value.captures).toHaveLength(12);
    expect(codes(read({ captures: 1 }))).toEqual([]);
  });

  test("a Single Analysis Summary has one capture and shares the pack of its experiment", () => {
    const files = nanosightPack({
      truth,
      captures: 2,
      tracksPerCapture: 200,
      files: { singles: true, particleData: false, allTracks: false },
    });
    const found = files.map(({ name, bytes }) => readSummary(bytes, { name }));
    for (const result of found) expect(isAccepted(result) && codes(result)).toEqual([]);
    const values = found.filter(isAccepted).map(({ value }) => value);
    expect(values.map(({ captures }) => captures.length)).toEqual([2, 1, 1]);
    expect(new Set(values.map(({ pack }) => pack))).toEqual(new Set(["twin 2024-05-14"]));
    expect(values[1]!.captures[0]!.bins).toEqual(values[0]!.captures[0]!.bins);
  });

  test("sample, time, software, settings and averages are kept as written", () => {
    const { value } = read({ remarks: "a, b" });
    expect(value.sampleName).toBe("twin");
    expect(value.capturedAt).toBe("10:00:00  14/05/2024");
    expect(value.instrument.software).toBe("NTA 3.4 Build 3.4.003");
    const setting = (key: string) => value.settings.find((one) => one.key === key);
    expect(setting("Remarks")?.values).toEqual(["a, b"]);
    expect(setting("Camera Level")).toEqual({
      section: "Conditions",
      key: "Camera Level",
      values: ["14", "14", "14"],
      line: 23,
    });
    expect(setting("Mode")?.section).toBe("Size Data / Number");
    expect(value.statedAverage.concentration?.unit).toBe("{particles}/mL");
    expect(read({ averages: false }).value.statedAverage).toEqual({});
  });
});

describe("dilution: the label's words decide", () => {
  const label = "Dilution factor";
  const state = (found: Accepted<DistributionMeasurement>) =>
    found.value.captures.map(({ dilution }) => [dilution.factor, dilution.printedConcentrationIs]);

  test("a recorded factor: concentrations are of the original sample", () => {
    const found = read({ recordedDilution: true });
    expect(state(found)).toEqual([
      [1000, "original"],
      [1000, "original"],
      [1000, "original"],
    ]);
    expect(found.value.captures[0]!.stated.concentration!.value).toBeGreaterThan(1e11);
    expect(found.value.captures[0]!.dilution.words).toContain("concentrations adjusted for this factor");
  });
  test("Not recorded: concentrations are as measured", () => {
    const found = read();
    expect(state(found)[0]).toEqual([null, "as measured"]);
    expect(found.value.captures[0]!.stated.concentration!.value).toBeLessThan(1e9);
  });
  test("one capture recorded, another not, a third with other words", () => {
    const found = read(
      {},
      replaceLine(
        label,
        () => "Dilution factor (concentrations adjusted for this factor),1.00e+04,Not recorded,n/k,,,",
      ),
    );
    expect(state(found)).toEqual([
      [10000, "original"],
      [null, "as measured"],
      [null, "unknown"],
    ]);
    expect(codes(found)).toEqual(["nanosight-dilution-unclear"]);
  });
  for (const [title, edit] of [
    ["label without the sentence", replaceLine(label, () => "Dilution factor,10,10,10,,,")],
    ["no label", replaceLine(label, () => "")],
    [
      "factor of zero",
      replaceLine(label, () => "Dilution factor (concentrations adjusted for this factor),0,0,0,,,"),
    ],
  ] as const) {
    test(`${title}: unknown, with a warning for each capture`, () => {
      const found = read({}, edit);
      expect(state(found)).toEqual([
        [null, "unknown"],
        [null, "unknown"],
        [null, "unknown"],
      ]);
      expect(codes(found)).toEqual(Array(3).fill("nanosight-dilution-unclear"));
    });
  }
});

describe("the instrument's doubts are kept word for word", () => {
  test("a bad run: fail and cautions, with capture, section and line", () => {
    const found = read({ badCaptures: [1] });
    const [good, bad] = found.value.captures;
    expect(good!.instrumentWarnings).toEqual([]);
    expect(bad!.driftPixelsPerFrame).toEqual({ x: -31.4, y: 6.2 });
    expect(bad!.instrumentWarnings.map(({ key, words, severity }) => [key, words, severity])).toEqual([
      ["Concentration Warnings / Validity of concentration measurement", "Unreliable", "fail"],
      ["Concentration Warnings / Particles per frame", "Too Low", "caution"],
      ["Information / Completed Tracks", "<200", "caution"],
      ["Information / Concentration", "Very low concentration", "caution"],
      ["Information / Vibration detected", "High vibration", "caution"],
    ]);
    expect(found.value.instrumentWarnings).toEqual(bad!.instrumentWarnings);
  });
  test("Not Calibrated, N/A, Settings changed?, Errors", () => {
    const judgements = {
      "Concentration Warnings / Validity of concentration measurement": ["Not Calibrated", "OK", "OK"],
      "Concentration Warnings / Completed Tracks": ["N/A", "OK", "OK"],
      "Information / Settings changed?": ["No", "Yes", "No"],
      "Information / Errors (1)": ["", "", "Camera lost"],
    };
    const words = read({ judgements }).value.instrumentWarnings.map((one) => [
      one.capture?.slice(-8),
      one.words,
      one.severity,
    ]);
    expect(words).toEqual([
      ["10-00-25", "Not Calibrated", "fail"],
      ["10-01-34", "Yes", "caution"],
      ["10-02-43", "Camera lost", "caution"],
    ]);
  });
  test("a video that was not processed", () => {
    const found = read(
      {},
      replaceLine("Processed", () => "Processed,Yes,No,Yes,"),
    );
    expect(found.value.instrumentWarnings).toMatchObject([
      { key: "Experiment Details / Processed", words: "No", line: 16 },
    ]);
  });
});
