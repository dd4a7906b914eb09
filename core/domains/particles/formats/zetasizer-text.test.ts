import { describe, expect, test } from "vitest";
import { isRefused, type NumberColumn, type Result } from "../../../kernel/index.ts";
import { fuzzReader } from "../../../testing/fuzz.test-support.ts";
import type { DlsMeasurement } from "../measurement.ts";
import { zetasizerText } from "./zetasizer-text.ts";

const summary = [
  "Record\tType\tSample Name\tMeasurement Date and Time\tT (°C)\tDerived Count Rate (kcps)\tIntercept\tZ-Ave (d.nm)\tPdI\tPk 1 Mean Int (d.nm)\tPk 2 Mean Int (d.nm)\tPk 1 Area Int (Percent)\tPk 2 Area Int (Percent)\tDerived Count Rate (kcps)",
  "1\tSize\tEV A, 0 h 1\t06 March 2026 14:50:12\t25.0\t2683.0\t0.941\t108.0\t0.112\t116.1\t0.000\t98.5\t0.0\t",
  "2\tSize\tEV A, 0 h 2\t06 March 2026 14:51:54\t25.0\t2674.0\t0.943\t108.2\t0.116\t119.4\t5012\t97.1\t2.9\t",
];

const sizes = [30, 60, 120, 240];
const delays = [0.5, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192];

function arrays(microsecond = "µs"): string[] {
  const numbered = (name: string, count: number, unit: string) =>
    Array.from({ length: count }, (_, i) => `${name}[${i + 1}]${unit}`);
  const header = [
    "Type",
    "Sample Name",
    "Measurement Date and Time",
    "S/W Version",
    "Viscosity (cP)",
    ...numbered("Sizes", 4, " (d.nm)"),
    ...numbered("Intensities", 4, " (Percent)"),
    ...numbered("Numbers", 4, " (Percent)"),
    ...numbered("Correlation Delay Times", 15, ` (${microsecond})`),
    ...numbered("Correlation Data", 15, ""),
    "Dispersant RI",
  ];
  const row = (name: string, time: string, z: number) => [
    "Size",
    name,
    time,
    "7.11",
    "0.8872",
    ...sizes.map(String),
    ...["0.0", "60.0", "39.0", "1.0"],
    ...["10.0", "80.0", "10.0", "0.0"],
    ...delays.map(String),
    ...delays.map((delay) => (0.9 * Math.exp(-delay / z)).toFixed(4)),
    "1.330",
  ];
  return [
    header,
    row("EV A, 0 h 1", "06 March 2026 14:50:12", 300),
    row("EV A, 0 h 2", "06 March 2026 14:51:54", 310),
  ].map((cells) => cells.join("\t"));
}

const text = (lines: readonly string[], end = "\r\n") => lines.map((line) => line + end).join("");

function utf16(content: string): Uint8Array<ArrayBuffer> {
  const units = [0xfeff, ...Array.from(content, (letter) => letter.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((unit) => [unit & 255, unit >> 8]));
}

function latin1(content: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(content, (letter) => letter.charCodeAt(0) & 255);
}

function read(content: string | Uint8Array<ArrayBuffer>): Promise<Result<DlsMeasurement>> {
  return zetasizerText.read(new Blob([content]), { name: "export.txt" });
}

async function outcome(content: string | Uint8Array<ArrayBuffer>) {
  const result = await read(content);
  if (isRefused(result))
    return { codes: result.issues.map((issue) => issue.code), records: [], settings: [] };
  const { records, settings } = result.value;
  return { codes: result.warnings.map((issue) => issue.code), records, settings };
}

const changed = (from: string, to: string) => text(summary).replaceAll(from, to);

test("a summary table gives a record a line, with what is printed and where", async () => {
  const { codes, records, settings } = await outcome(text(summary));
  expect(codes).toEqual([]);
  expect(records.map((record) => record.name)).toEqual(["EV A, 0 h 1", "EV A, 0 h 2"]);
  const [first, second] = records;
  expect(first!.zAverage).toEqual({ value: 108, unit: "nm", printed: "108.0", line: 2 });
  expect(first!.polydispersityIndex!.value).toBe(0.112);
  expect(first!.derivedCountRate).toEqual({ value: 2683, unit: "kcps", printed: "2683.0", line: 2 });
  expect(first!.temperatureKelvin).toBe(298.15);
  expect(first!.peaks.map(({ diameter, area }) => [diameter.value, area!.value])).toEqual([[116.1, 98.5]]);
  expect(second!.peaks.map(({ diameter, area }) => [diameter.value, area!.value])).toEqual([
    [119.4, 97.1],
    [5012, 2.9],
  ]);
  expect(first!.distribution).toBeNull();
  expect(settings.find((setting) => setting.key === "Record")!.values).toEqual(["1", "2"]);
});

test("tables of one export are joined by sample name and time", async () => {
  const { codes, records } = await outcome(text([...summary, ...arrays()]));
  expect(codes).toEqual([]);
  expect(records.length).toBe(2);
  const [first] = records;
  expect(first!.zAverage!.value).toBe(108);
  expect([first!.viscosity, first!.refractiveIndex]).toEqual([0.8872, 1.33]);
  expect(first!.distribution!.columns.map((column) => column.name)).toEqual([
    "diameter",
    "intensity",
    "number",
  ]);
  expect([...(first!.distribution!.columns[2] as NumberColumn).values]).toEqual([10, 80, 10, 0]);
  expect([...(first!.correlogram!.columns[0] as NumberColumn).values]).toEqual(delays);
});

describe("encodings", () => {
  test.each([
    ["UTF-16 with byte order mark", utf16(text(summary))],
    ["UTF-16 without", utf16(text(summary)).slice(2)],
    ["Windows-1252", latin1(text(summary))],
    ["UTF-8 with byte order mark", `\ufeff${text(summary)}`],
    ["carriage returns only", text(summary, "\r")],
  ])("%s", async (_, content) => {
    const { codes, records } = await outcome(content);
    expect(codes).toEqual([]);
    expect(records.map((record) => record.temperatureKelvin)).toEqual([298.15, 298.15]);
  });
  test("units that another code page garbled are told", async () => {
    const { codes, records } = await outcome(text([...summary, ...arrays("탎")]).replace("T (°C)", "T (캜)"));
    expect(codes).toEqual(["zetasizer-unit-garbled", "zetasizer-unit-garbled"]);
    expect(records[0]!.temperatureKelvin).toBe(298.15);
    expect(records[0]!.correlogram).not.toBeNull();
  });
});

describe("separators", () => {
  test("decimal commas between TABs", async () => {
    const { codes, records } = await outcome(text(summary).replace(/(\d)\.(\d)/g, "$1,$2"));
    expect(codes).toEqual([]);
    expect(records[1]!.zAverage).toEqual({ value: 108.2, unit: "nm", printed: "108,2", line: 3 });
  });
  test("semicolons, and commas with quotes round names", async () => {
    const quoted = (delimiter: string) =>
      text(summary)
        .replaceAll(/EV A, 0 h (\d)/g, '"EV A, 0 h $1"')
        .replaceAll("\t", delimiter);
    for (const delimiter of [";", ","]) {
      const { codes, records } = await outcome(quoted(delimiter));
      expect(codes).toEqual([]);
      expect(records.map((record) => [record.name, record.zAverage!.value])).toEqual([
        ["EV A, 0 h 1", 108],
        ["EV A, 0 h 2", 108.2],
      ]);
    }
  });
  test("points and commas in one file: numbers with a comma are left out and told", async () => {
    const { codes, records } = await outcome(changed("108.2", "108,2"));
    expect([...codes].sort()).toEqual(["dls-decimal-ambiguous", "dls-number-unreadable"]);
    expect(records.map((record) => record.zAverage?.value ?? null)).toEqual([108, null]);
  });
});

describe("doubts", () => {
  test.each([
    ["radius instead of diameter", changed("Z-Ave (d.nm)", "Z-Ave (r.nm)"), ["zetasizer-unit"]],
    ["zeta record beside", changed("2\tSize", "2\tZeta"), ["zetasizer-type-skipped"]],
    ["cell missing", changed("\t0.116", ""), ["dls-line-uneven"]],
    ["not a number", changed("108.2", "error"), ["dls-number-unreadable"]],
    ["not available is not a doubt", changed("108.2", "N/A"), []],
    ["below zero", changed("0.116", "-0.116"), ["dls-not-physical"]],
    ["beyond what scattering measures", changed("108.2", "108200"), ["dls-size-implausible"]],
    ["two columns disagree", changed("97.1\t2.9\t", "97.1\t2.9\t9"), ["zetasizer-conflict"]],
    ["one table shorter", text([...summary, ...arrays().slice(0, 2)]), ["zetasizer-tables-differ"]],
    [
      "sizes descend",
      text(arrays()).replaceAll("\t240\t", "\t24\t"),
      ["dls-distribution-broken", "dls-distribution-broken"],
    ],
    ["array numbers jump", text(arrays()).replace("Sizes[3]", "Sizes[8]"), ["zetasizer-array-columns"]],
    ["a title above the table", `Report\n${text(summary)}`, ["dls-line-uneven"]],
    ["last line cut", text(summary).trimEnd(), ["dls-line-uneven", "dls-no-line-end"]],
  ])("%s", async (_, content, codes) => {
    expect([...(await outcome(content)).codes].sort()).toEqual(codes);
  });

  test.each([
    ["only zeta", changed("\tSize\t", "\tZeta\t"), "zetasizer-no-size-records"],
    ["no rows", text(summary.slice(0, 1)), "zetasizer-no-size-records"],
    ["another table", "a,b\n1,2\n", "zetasizer-not-a-table"],
    ["nothing", "", "zetasizer-not-a-table"],
  ])("refused: %s", async (_, content, code) => {
    expect((await outcome(content)).codes[0]).toBe(code);
  });
});

test("sniffs by the header's words, not by the name", () => {
  expect(zetasizerText.sniff(utf16(text(summary)).slice(0, 301), "a")).toBe(0.95);
  expect(zetasizerText.sniff(new TextEncoder().encode("Type,Sample Name,Dose\n"), "zetasizer.txt")).toBe(0);
  expect(zetasizerText.sniff(new Uint8Array(), "")).toBe(0);
});

test("cuts at every byte and 10,000 mutations: no throw, no hang, no number without a warning", async () => {
  const small = [
    summary[0]!.replaceAll("\t", ","),
    ...summary.slice(1).map((line) => line.replace("EV A, 0", "EV A 0").replaceAll("\t", ",")),
  ];
  const tally = await fuzzReader(zetasizerText, latin1(text(small)), "export.csv", { linesMayBeCut: true });
  expect(tally.mutations.warned).toBeGreaterThan(0);
});

test("arrays: cuts at every byte and 3,000 mutations", async () => {
  const options = { linesMayBeCut: true, count: 3000, mayBeNegative: /correlogram\.columns\.1\./ };
  const lines = arrays("us").map((line) => line.replace("EV A, 0", "EV A 0").replaceAll("\t", ","));
  const tally = await fuzzReader(zetasizerText, latin1(text(lines)), "export.csv", options);
  expect(tally.truncations.clean).toBeLessThan(5);
});
