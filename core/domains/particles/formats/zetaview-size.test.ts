import { describe, expect, test } from "vitest";
import { isAccepted, type Result } from "../../../kernel/index.ts";
import type { DistributionMeasurement } from "../measurement.ts";
import { type ZetaviewOddities, type ZetaviewSetOptions, zetaviewSet } from "../twins/zetaview.ts";
import { latin1 } from "../twins/zetaview-format.ts";
import { zetaviewSize } from "./zetaview-size.ts";

const truth = { median: 110, sigma: 0.3, concentration: 1e10, betweenPositions: 0.2, zetaPotential: -30 };

function sizeFile(options: Partial<ZetaviewSetOptions> = {}, oddities: ZetaviewOddities = {}) {
  return zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1, ...options, oddities })[0]!;
}

const textOf = (bytes: Uint8Array) => new TextDecoder("windows-1252").decode(bytes);

function read(bytes: Uint8Array<ArrayBuffer>, name = "20250219_0005_EV F7-1000_size_488.txt") {
  return zetaviewSize.read(new Blob([bytes]), { name });
}

async function readEdited(edit: (text: string) => string, options: Partial<ZetaviewSetOptions> = {}) {
  const text = textOf(sizeFile(options).bytes);
  const edited = edit(text);
  expect(edited).not.toBe(text);
  return read(latin1(edited));
}

function value(result: Result<DistributionMeasurement>): DistributionMeasurement {
  if (!isAccepted(result)) throw new Error(result.issues.map((issue) => issue.message.en).join("\n"));
  return result.value;
}
const codes = (result: Result<unknown>) =>
  (isAccepted(result) ? result.warnings : result.issues).map((issue) => issue.code);
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

describe("a whole file", () => {
  test("gives bins of 5 nm from the linear table only, without a warning", async () => {
    const file = sizeFile();
    const result = await read(file.bytes, file.name);
    expect(codes(result)).toEqual([]);
    const [capture] = value(result).captures;
    const { edges, counts, concentration } = capture!.bins!;
    expect([edges.length, edges[0], edges[1], edges.at(-1)]).toEqual([1201, 0, 5, 6000]);
    expect(sum(counts!)).toBe(capture!.stated.validTracks!.value);
    const perFrame = capture!.stated.particlesPerFrame!.value;
    expect(sum(concentration) / (perFrame * 4.29e5)).toBeCloseTo(1, 3);
  });

  test("keeps what the file says of itself, as printed", async () => {
    const file = sizeFile();
    const measurement = value(await read(file.bytes, `day 1/${file.name}`));
    expect(measurement).toMatchObject({
      kind: "distribution",
      method: "NTA",
      sampleName: "EV F7-1000",
      capturedAt: "2025-02-19 12:40:24",
      pack: "20250219_EV F7-1000_488",
      instrument: { vendor: "Particle Metrix", model: "ZetaView", software: "8.06.01 SP1" },
      instrumentWarnings: [],
    });
    const [capture] = measurement.captures;
    expect(capture!.name).toBe("20250219_0005_EV F7-1000_488");
    expect(capture!.temperatureKelvin).toBeCloseTo(298.08, 10);
    expect(capture!.viscosity).toBe(0.90128);
    expect(capture!.stated.d50!.printed).toMatch(/^\d+\.\d{6}$/);
    expect(capture!.dilution).toMatchObject({ factor: 500, printedConcentrationIs: "as measured" });
    expect(capture!.dilution.words).toMatch(/^Number of Traces:\t.*\tDilution::\t500\.000000$/);
    const setting = (key: string) => measurement.settings.find((s) => s.key === key);
    expect(setting("Conductivity")!.values).toEqual(["65.000000", "sensed"]);
    expect(setting("Section")!.values).toEqual(["0.09999 [0]"]);
    expect(setting("Camera Trigger Delay µs")!.section).toBe("Image Evaluation");
  });
});

describe("versions, locales and line ends say the same", () => {
  const variants: [string, Partial<ZetaviewSetOptions>, ZetaviewOddities][] = [
    ["8.05.16", { version: "8.05.16 SP3" }, {}],
    ["8.05.16 with decimal commas", { version: "8.05.16 SP3", locale: "comma" }, {}],
    ["CRLF", {}, { sizeNewline: "\r\n" }],
  ];
  test.each(variants)("%s", async (_, options, oddities) => {
    const plain = value(await read(sizeFile().bytes)).captures[0]!;
    const result = await read(sizeFile(options, oddities).bytes);
    expect(codes(result)).toEqual([]);
    const other = value(result).captures[0]!;
    expect(other.bins).toEqual(plain.bins);
    expect(other.dilution.factor).toBe(500);
    expect(other.stated.d50!.value).toBe(plain.stated.d50!.value);
  });

  test("keys of 8.06 are absent in 8.05", async () => {
    const { settings } = value(await read(sizeFile({ version: "8.05.16 SP3" }).bytes));
    expect(settings.some((s) => s.key === "Positions")).toBe(false);
    expect(settings.some((s) => s.key === "Concentration Correction Factor")).toBe(false);
  });

  test("UTF-8 from an editor reads as ISO-8859-1 does", async () => {
    const bytes = new TextEncoder().encode(`\ufeff${textOf(sizeFile().bytes)}`);
    expect(value(await read(bytes))).toEqual(value(await read(sizeFile().bytes)));
  });

  test("a comma in free text stays a comma", async () => {
    const file = sizeFile({ locale: "comma" }, { remarks: "1,5 ml, day 3: kept at 4°C" });
    const { settings } = value(await read(file.bytes));
    expect(settings.find((s) => s.key === "Remarks")!.values).toEqual(["1,5 ml, day 3: kept at 4°C"]);
    expect(settings.find((s) => s.key === "SOP")!.values).toEqual(["twin, 488 nm"]);
  });

  test("a NUL byte in a heading is no part of it", async () => {
    const result = await readEdited((text) => text.replace("Duration µs", "Duration µ\0s"));
    expect(codes(result)).toEqual([]);
    expect(value(result).settings.some((s) => s.key === "Camera Trigger Duration µs")).toBe(true);
  });
});

describe("dilution", () => {
  test("missing: no factor, unknown state, and a warning", async () => {
    const result = await read(sizeFile({}, { dilutionMissing: true }).bytes);
    expect(codes(result)).toEqual(["zetaview-no-dilution"]);
    expect(value(result).captures[0]!.dilution).toMatchObject({
      factor: null,
      printedConcentrationIs: "unknown",
    });
  });
  test.each(["0.000000", "-5.000000", "0.002000", "1:500", "5,0,0"])("%s is not used", async (words) => {
    const result = await readEdited((text) => text.replace("Dilution::\t500.000000", `Dilution::\t${words}`));
    expect(codes(result)).toEqual(["zetaview-dilution-unreadable"]);
    expect(value(result).captures[0]!.dilution.factor).toBe(null);
  });
  test("two different factors: none is used", async () => {
    const result = await readEdited((text) => text.replace("SOP:", "Dilution:\t100\nSOP:"));
    expect(codes(result)).toEqual(["zetaview-dilution-unreadable"]);
  });
  test("a concentration correction factor other than 1 is told", async () => {
    const result = await read(sizeFile({}, { correctionFactor: 1.2 }).bytes);
    expect(codes(result)).toEqual(["zetaview-correction-factor"]);
  });
});

describe("no particles", () => {
  test("an empty result has no bins and no median", async () => {
    const result = await read(sizeFile({ traces: 0 }).bytes);
    expect(codes(result)).toEqual(["zetaview-no-particles"]);
    const [capture] = value(result).captures;
    expect(capture!.bins).toBe(null);
    expect(capture!.stated.d50).toBe(undefined);
    expect(value(result).settings.find((s) => s.key === "Median Number (D50)")!.values).toEqual(["0.000000"]);
    expect(capture!.stated.validTracks!.value).toBe(0);
  });
  test("an empty table below a header with traces is a contradiction", async () => {
    const edit = (text: string) => text.replace("Number of Traces:\t0", "Number of Traces:\t600");
    const result = await readEdited(edit, { traces: 0 });
    expect(codes(result)).toEqual(
      expect.arrayContaining(["zetaview-no-particles", "zetaview-traces-disagree"]),
    );
  });
});

describe("the instrument's own checks", () => {
  test("LabVIEW's zero date is told as never, word for word", async () => {
    const result = await read(sizeFile({}, { driftChecked: null, driftResult: "too high" }).bytes);
    expect(codes(result)).toEqual(["zetaview-never-checked"]);
    const { instrumentWarnings, captures } = value(result);
    expect(instrumentWarnings.map(({ key, words, line }) => ({ key, words, line }))).toEqual([
      { key: "Particle Drift Checked", words: "1904-01-01 05:30:00", line: 25 },
      { key: "Particle Drift Check Result", words: "too high", line: 26 },
    ]);
    expect(captures[0]!.instrumentWarnings).toEqual(instrumentWarnings);
  });
  test("a cell check that failed", async () => {
    const { instrumentWarnings } = value(await read(sizeFile({}, { cellResult: "Failed" }).bytes));
    expect(instrumentWarnings).toMatchObject([
      { key: "Cell Check Result", words: "Failed", severity: "fail" },
    ]);
  });
});

describe("tables that are not whole", () => {
  const lines = (text: string) => text.split("\n");
  const sentinel = (text: string) => lines(text).findIndex((line) => line.startsWith("-1.000E+0"));
  const cut = (from: (text: string) => number, count: number) => (text: string) =>
    lines(text).toSpliced(from(text), count).join("\n");

  test.each([
    ["a row lost in the middle", cut((t) => sentinel(t) - 900, 1), "zetaview-size-rows-lost"],
    ["a row lost above 1000 nm", cut((t) => sentinel(t) - 500, 1), "zetaview-size-rows-lost"],
    ["the closing row lost", cut((t) => sentinel(t), 1), "zetaview-size-rows-lost"],
    ["cut before the closing row", cut((t) => sentinel(t), 9999), "zetaview-size-table-cut"],
    ["first rows lost", cut((t) => sentinel(t) - 1200, 2), "zetaview-unknown-grid"],
    ["no table", cut((t) => sentinel(t) - 1202, 9999), "zetaview-no-size-table"],
    [
      "a word in a row",
      (t: string) => t.replace("\n1.025E+2\t", "\n1.025E+2\t#"),
      "zetaview-size-row-unreadable",
    ],
    [
      "a negative number",
      (t: string) => t.replace("\n1.025E+2\t", "\n1.025E+2\t-"),
      "zetaview-size-row-unreadable",
    ],
  ])("%s: refused", async (_, edit, code) => {
    const result = await readEdited(edit);
    expect(isAccepted(result)).toBe(false);
    expect(codes(result)).toEqual([code]);
  });

  test.each([
    ["last rows lost", cut((t) => sentinel(t) - 3, 3), ["zetaview-grid-end"]],
    [
      "second table lost",
      cut((t) => sentinel(t) + 1, 9999),
      ["zetaview-last-line-open", "zetaview-second-table-incomplete"],
    ],
    [
      "a row of the second table lost",
      cut((t) => sentinel(t) + 190, 1),
      ["zetaview-second-table-incomplete"],
    ],
    [
      "its end lost",
      cut((t) => sentinel(t) + 190, 9999),
      ["zetaview-last-line-open", "zetaview-second-table-incomplete"],
    ],
  ])("%s: read with a warning", async (_, edit, expected) => {
    expect(codes(await readEdited(edit))).toEqual(expected);
  });
});

describe("what the file says twice is compared", () => {
  test("traces: one off is normal, ten is told", async () => {
    const traces = value(await read(sizeFile().bytes)).captures[0]!.stated.validTracks!.value;
    const say = (n: number) => (text: string) =>
      text.replace(`Number of Traces:\t${traces}`, `Number of Traces:\t${n}`);
    expect(codes(await readEdited(say(traces + 1)))).toEqual([]);
    expect(codes(await readEdited(say(traces + 10)))).toEqual(["zetaview-traces-disagree"]);
  });
  test("a number changed in one bin", async () => {
    const result = await readEdited((text) => text.replace(/\n1\.025E\+2\t\S+/, "\n1.025E+2\t9.900E+1"));
    expect(codes(result)).toEqual([
      "zetaview-tables-disagree",
      "zetaview-traces-disagree",
      "zetaview-concentration-disagrees",
      "zetaview-volume-disagrees",
    ]);
  });
  test("a concentration changed in one bin", async () => {
    const result = await readEdited((text) => text.replace(/(\n1\.025E\+2\t\S+)\t\S+/, "$1\t9.999E+6"));
    expect(codes(result)).toContain("zetaview-concentration-disagrees");
  });
  test("no particle per frame, but a concentration", async () => {
    const result = await readEdited((text) =>
      text.replace(/(Average Number of Particles:\t)\S+/, "$10.000000"),
    );
    expect(codes(result)).toEqual(["zetaview-frame-count-disagrees"]);
  });
  test("points and commas mixed in the table", async () => {
    expect(codes(await readEdited((text) => text.replace("\n1.025E+2", "\n1,025E+2")))).toEqual([
      "zetaview-mixed-decimals",
    ]);
  });
  test("another software version is told", async () => {
    const result = await readEdited((text) => text.replace("(version 8.06.01 SP1)", "(version 8.04.02)"));
    expect(codes(result)).toEqual(["zetaview-version-not-checked"]);
  });
});
