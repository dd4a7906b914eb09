import { describe, expect, test } from "vitest";
import { isAccepted, type NumberColumn, type Result, type TextColumn } from "../../../kernel/index.ts";
import type { PositionsMeasurement } from "../measurement.ts";
import { type ZetaviewOddities, type ZetaviewSetOptions, zetaviewSet } from "../twins/zetaview.ts";
import { latin1 } from "../twins/zetaview-format.ts";
import { zetaviewPositions } from "./zetaview-positions.ts";

const truth = { median: 110, sigma: 0.3, concentration: 1e10, betweenPositions: 0.2, zetaPotential: -30 };
const name = "20250219_0005_EV F7-1000_size_488_11pos.txt";

function positionsFile(oddities: ZetaviewOddities = {}, options: Partial<ZetaviewSetOptions> = {}) {
  return zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1, ...options, oddities })[1]!;
}
const textOf = (bytes: Uint8Array) => new TextDecoder("windows-1252").decode(bytes);
const read = (bytes: Uint8Array<ArrayBuffer>, as = name) =>
  zetaviewPositions.read(new Blob([bytes]), { name: as });

async function readEdited(edit: (text: string) => string, oddities: ZetaviewOddities = {}) {
  const text = textOf(positionsFile(oddities).bytes);
  const edited = edit(text);
  expect(edited).not.toBe(text);
  return read(latin1(edited));
}
function value(result: Result<PositionsMeasurement>): PositionsMeasurement {
  if (!isAccepted(result)) throw new Error(result.issues.map((issue) => issue.message.en).join("\n"));
  return result.value;
}
const codes = (result: Result<unknown>) =>
  (isAccepted(result) ? result.warnings : result.issues).map((issue) => issue.code);
const column = (measurement: PositionsMeasurement, wanted: string) => [
  ...(measurement.table.columns.find((c) => c.name === wanted) as NumberColumn).values,
];
const removal = (measurement: PositionsMeasurement) =>
  (measurement.table.columns.find((c) => c.name === "removal") as TextColumn).values;

describe("a whole file", () => {
  test("gives a row for each position and the Mean row as stated", async () => {
    const file = positionsFile();
    const result = await read(file.bytes, file.name);
    expect(codes(result)).toEqual([]);
    const measurement = value(result);
    expect(measurement.pack).toBe("20250219_EV F7-1000_488");
    expect(column(measurement, "position")).toEqual([
      0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9,
    ]);
    expect(column(measurement, "use")).toEqual(new Array(11).fill(1));
    expect(measurement.table.columns.map((c) => [c.name, "unit" in c ? c.unit : ""])).toEqual([
      ["position", "1"],
      ["use", "1"],
      ["meanIntensity", "1"],
      ["particlesPerFrame", "1"],
      ["concentration", "{particles}/mL"],
      ["originalConcentration", "{particles}/mL"],
      ["traces", "1"],
      ["x50", "nm"],
      ["peak", "nm"],
      ["span", "1"],
      ["drift", "um/s"],
      ["removal", ""],
    ]);
    const perFrame = column(measurement, "particlesPerFrame");
    const mean = perFrame.reduce((a, b) => a + b, 0) / 11;
    expect(measurement.stated.particlesPerFrame!.value).toBeCloseTo(mean, 1);
    expect(measurement.stated.concentration!.printed).toMatch(/^\d\.\dE\+\d$/);
    expect(Object.keys(measurement.stated).sort()).toEqual([
      "concentration",
      "originalConcentration",
      "particlesPerFrame",
    ]);
    expect(measurement.settings.map((s) => s.key)).toEqual(["Mean", "St.Dev.", "Rel.St.Dev."]);
  });

  test("decimal commas say the same", async () => {
    const comma = value(await read(positionsFile({}, { locale: "comma" }).bytes));
    expect(comma.table).toEqual(value(await read(positionsFile().bytes)).table);
  });

  test("CRLF says the same", async () => {
    const crlf = value(await read(positionsFile({ sizeNewline: "\r\n" }).bytes));
    expect(crlf.table).toEqual(value(await read(positionsFile().bytes)).table);
  });
});

describe("positions that the instrument left out", () => {
  const oddities = { removals: { 2: "MAX_DRIFT", 3: "GRUBBS_SIZE" }, emptyPositions: [10] };

  test("stay rows, with an empty use and the instrument's word", async () => {
    const result = await read(positionsFile(oddities).bytes);
    const measurement = value(result);
    expect(column(measurement, "use")).toEqual([1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 0]);
    expect(column(measurement, "position")[2]).toBe(0.2);
    expect(removal(measurement)).toEqual([
      "",
      "",
      "MAX_DRIFT",
      "GRUBBS_SIZE",
      ...new Array(6).fill(""),
      "MIN_TRACES",
    ]);
    expect(measurement.instrumentWarnings.map(({ capture, words, line }) => [capture, words, line])).toEqual([
      ["position 0.2", "MAX_DRIFT", 4],
      ["position 0.3", "GRUBBS_SIZE", 5],
      ["position 0.9", "MIN_TRACES", 12],
    ]);
  });

  test("5997.5 nm without a trace is missing, not a size", async () => {
    const file = positionsFile(oddities);
    expect(textOf(file.bytes)).toContain(
      "\t0\t5997.5\t0.0\t0.0\t0.0\tMIN_TRACES".replace("\t0\t", "\t0.0E+0\t0.0\t"),
    );
    const result = await read(file.bytes);
    expect(codes(result)).toEqual(["zetaview-position-no-traces"]);
    const measurement = value(result);
    for (const name of ["x50", "peak", "span", "drift"]) expect(column(measurement, name)[10]).toBeNaN();
    expect(column(measurement, "traces")[10]).toBe(0);
    expect(column(measurement, "concentration")[10]).toBe(0);
  });

  test("no position used: the means are not stated", async () => {
    const result = await read(positionsFile({}, { traces: 0 }).bytes);
    expect(codes(result)).toEqual(new Array(11).fill("zetaview-position-no-traces"));
    expect(value(result).stated).toEqual({});
    expect(column(value(result), "use")).toEqual(new Array(11).fill(0));
  });

  test("a leading TAB that an editor took away is put back, with a warning", async () => {
    const result = await readEdited((text) => text.replace("\n\t0.20\t", "\n0.20\t"), oddities);
    expect(codes(result)).toEqual(["zetaview-position-shifted", "zetaview-position-no-traces"]);
    expect(value(result).table).toEqual(value(await read(positionsFile(oddities).bytes)).table);
  });
});

describe("damage", () => {
  const row = (i: number) => (text: string) => text.split("\n").toSpliced(i, 1).join("\n");
  test.each([
    ["a used row lost", row(5), ["zetaview-positions-missing", "zetaview-mean-disagrees"]],
    ["the Mean row lost", row(12), ["zetaview-summary-incomplete"]],
    ["the end lost", (t: string) => t.slice(0, t.indexOf("\tSt.Dev.")), ["zetaview-summary-incomplete"]],
    [
      "a word for a number",
      (t: string) => t.replace(/\nX\t0.30\t\S+/, "\nX\t0.30\tx"),
      ["zetaview-position-cell-unreadable", "zetaview-mean-disagrees"],
    ],
    [
      "an empty cell",
      (t: string) => t.replace(/\nX\t0.30\t[^\t]+/, "\nX\t0.30\t"),
      ["zetaview-position-cell-unreadable"],
    ],
    [
      "another factor in one row",
      (t: string) => t.replace(/(\nX\t0.30(?:\t\S+){2}\t)\S+/, "$19.9E+9"),
      ["zetaview-frame-factor-disagrees"],
    ],
    [
      "a row that is none",
      (t: string) => t.replace("\nX\t0.30\t", "\nX\t?\t"),
      ["zetaview-position-row-unreadable", "zetaview-positions-missing"],
    ],
    [
      "another dilution in one row",
      (t: string) => t.replace(/(\nX\t0.30(?:\t\S+){3}\t)\S+/, "$19.9E+12"),
      ["zetaview-original-disagrees"],
    ],
  ])("%s is told", async (_, edit, expected) => {
    const result = await readEdited(edit);
    expect(isAccepted(result)).toBe(true);
    expect(codes(result)).toEqual(expect.arrayContaining(expected));
  });

  test("no row at all is refused", async () => {
    const result = await readEdited((text) => text.split("\n")[0]!);
    expect(isAccepted(result)).toBe(false);
    expect(codes(result)).toEqual(["zetaview-no-positions"]);
  });
});
