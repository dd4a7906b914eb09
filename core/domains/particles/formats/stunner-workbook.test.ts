import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { plainWorkbook } from "../../../containers/plain-workbook.ts";
import { isAccepted, isRefused, type Result } from "../../../kernel/index.ts";
import { fuzzReader } from "../../../testing/fuzz.test-support.ts";
import type { DlsMeasurement } from "../measurement.ts";
import { stunnerWorkbook } from "./stunner-workbook.ts";

const data = process.env.VESICA_DATA ?? "../shared/data";
const folder = `${data}/dls/unchained-stunner`;
const isThere = existsSync(folder);

type Row = readonly (string | number | null)[];
const header: Row = [
  "Plate ID",
  "Plate\nPosition",
  "Sample name",
  "Z Ave. Dia\n(nm)",
  "PdI",
  "Peak 1 Mean Dia\n(nm)",
  "Peak 1 Intensity\n(%)",
  "Peak 2 Mean Dia\n(nm)",
  "Peak 2 Intensity\n(%)",
  "Derived intensity\n(cps)",
  "Temperature\n(°C)",
  "Viscosity at T\n(cP)",
  "RI at T",
];
const wells: readonly Row[] = [
  ["Plate 1", "A1", "EV 1", 121.5, 0.12, 118.25, 97.5, 4021, 2.5, 29280.25, 25.02, 0.888, 1.332],
  ["Plate 1", "B1", "EV 1", 119.75, 0.14, 117.5, 100, "N/A", "N/A", 30120.5, 25.01, 0.889, 1.332],
  ["Plate 1", "C1", "EV 2", 98.25, 0.11, 96.5, 100, "N/A", "N/A", 28110, 25.03, 0.887, 1.332],
];
const above: readonly Row[] = [
  ["Report"],
  [],
  ["Info"],
  ["Software version", "8.2.0.1"],
  ["Blanks", "Sample group '0': A3"],
  [null, "Sample group '1': None"],
  ["- Plate 1"],
  ["Table"],
];

function pad(rows: readonly Row[]): Row[] {
  return rows.map((row) => [...row, ...Array<null>(header.length - row.length).fill(null)]);
}

function csv(rows: readonly Row[], delimiter = ","): string {
  const cell = (value: string | number | null) => {
    const words = String(value ?? "");
    return /[",;\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
  };
  return rows.map((row) => `${row.map(cell).join(delimiter)}\r\n`).join("");
}

function read(content: string | Uint8Array<ArrayBuffer>, name = "a.csv"): Promise<Result<DlsMeasurement>> {
  return stunnerWorkbook.read(new Blob([content]), { name });
}

async function outcome(content: string | Uint8Array<ArrayBuffer>) {
  const result = await read(content);
  if (isRefused(result)) return { codes: result.issues.map((issue) => issue.code), records: [] };
  return { codes: result.warnings.map((issue) => issue.code), records: result.value.records };
}

const workbook = (rows: readonly Row[]) => plainWorkbook("Report", pad(rows));

describe("a well a row", () => {
  test.each([
    ["workbook", workbook([...above, header, ...wells])],
    ["CSV", csv([header, ...wells])],
    ["CSV with info rows", csv(pad([...above, header, ...wells]))],
    ["semicolons", csv([header, ...wells], ";")],
    ["decimal commas between semicolons", csv([header, ...wells], ";").replace(/(\d)\.(\d)/g, "$1,$2")],
  ])("%s", async (_, content) => {
    const { codes, records } = await outcome(content);
    expect(codes).toEqual([]);
    expect(records.map((record) => record.name)).toEqual(["EV 1 (Plate 1 A1)", "EV 1 (Plate 1 B1)", "EV 2"]);
    const [first] = records;
    expect([first!.zAverage!.value, first!.polydispersityIndex!.value]).toEqual([121.5, 0.12]);
    expect(first!.peaks.map(({ diameter, area }) => [diameter.value, area!.value])).toEqual([
      [118.25, 97.5],
      [4021, 2.5],
    ]);
    expect(records[1]!.peaks.length).toBe(1);
    expect([first!.derivedCountRate!.value, first!.derivedCountRate!.unit]).toEqual([29.28025, "kcps"]);
    expect(first!.temperatureKelvin).toBeCloseTo(298.17, 9);
    expect([first!.viscosity, first!.refractiveIndex]).toEqual([0.888, 1.332]);
  });

  test("two plates under each other are both read", async () => {
    const second = wells.map((row) => ["Plate 2", ...row.slice(1)]);
    const { codes, records } = await outcome(
      workbook([...above, header, ...wells, ["- Plate 2"], ["Table"], header, ...second]),
    );
    expect(codes).toEqual([]);
    expect(records.length).toBe(6);
  });

  test("other spellings of the Z-average column are known", async () => {
    for (const label of ["Z-Avg Dia. (nm)", "Z Ave. Dia (nm)", "Z-Average Diameter (nm)"]) {
      const { records } = await outcome(csv([header.with(3, label), ...wells]));
      expect(records[2]!.zAverage!.value).toBe(98.25);
    }
  });
});

describe("doubts", () => {
  const withWell = (column: number, value: string | number) =>
    csv([header, ...wells.slice(0, 2), wells[2]!.with(column, value)]);
  test.each([
    ["not measured", withWell(3, "N/A"), ["stunner-not-measured"]],
    ["not a number", withWell(3, "< 1"), ["dls-number-unreadable", "stunner-not-measured"]],
    ["zero", withWell(3, 0), ["dls-not-physical", "stunner-not-measured"]],
    ["implausible", withWell(3, 143572.81), ["dls-size-implausible"]],
    ["row cut", csv([header, ...wells, wells[0]!.slice(0, 6)]), ["dls-line-uneven"]],
  ])("%s", async (_, content, codes) => {
    expect((await outcome(content)).codes).toEqual(codes);
  });

  test("an absorbance table is refused with the columns that are there, and not recognised", async () => {
    const lunatic = csv([
      ["Plate ID", "Sample Name", "A280"],
      ["Plate 1", "S", 0.8],
    ]);
    const result = await read(lunatic);
    if (isAccepted(result)) throw new Error("accepted");
    expect(result.issues[0]!.code).toBe("stunner-no-dls-columns");
    expect(result.issues[0]!.message.en).toContain("columns found: Plate ID, Sample Name, A280");
    expect(stunnerWorkbook.sniff(new TextEncoder().encode(lunatic), "stunner.csv")).toBe(0);
  });

  test("a header without wells is refused", async () => {
    expect((await outcome(csv([header]))).codes).toEqual(["stunner-no-records"]);
  });
});

test("a workbook is recognised weakly, since its inside is packed; a CSV by its header", () => {
  expect(stunnerWorkbook.sniff(workbook([header]), "plate.xlsx")).toBe(0.3);
  expect(stunnerWorkbook.sniff(workbook([header]), "Stunner run.xlsx")).toBe(0.6);
  expect(stunnerWorkbook.sniff(workbook([header]), "plate.docx")).toBe(0);
  expect(stunnerWorkbook.sniff(new TextEncoder().encode(csv([header, ...wells])), "a")).toBe(0.9);
});

test("CSV: cuts at every byte and 10,000 mutations: no throw, no hang, no number without a warning", async () => {
  const columns = [2, 3, 4, 5, 6, 10];
  const rows = [header.map((cell) => String(cell).replace("\n", " ")), ...wells].map((row) =>
    columns.map((column) => row[column]!),
  );
  const bytes = new TextEncoder().encode(csv(rows));
  await fuzzReader(stunnerWorkbook, bytes, "a.csv", { linesMayBeCut: true });
});

test("workbook: every cut is refused, and 2,000 seeded mutations are refused or change nothing", async () => {
  const whole = workbook([...above, header, ...wells]);
  const expected = await read(whole);
  for (let length = 0; length < whole.length; length += 7) {
    expect(isRefused(await read(whole.slice(0, length)))).toBe(true);
  }
  let state = 5;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let round = 0; round < 2000; round++) {
    const bytes = whole.slice();
    bytes[random(bytes.length)] = random(256);
    const result = await read(bytes);
    if (isAccepted(result)) expect(result).toEqual(expected);
  }
});

describe.skipIf(!isThere)(`the real files of ${data}`, () => {
  const bytesOf = (name: string) => new Uint8Array(readFileSync(`${folder}/${name}`));

  test("workbook: every well, with the one implausible size and the unmeasured ones told", async () => {
    const bytes = bytesOf("Unchained_Labs_Stunner_example01.xlsx");
    const result = await stunnerWorkbook.read(new Blob([bytes]), { name: "example.xlsx" });
    if (isRefused(result)) throw new Error(result.issues[0]!.message.en);
    const { records, instrument, settings } = result.value;
    expect(instrument.software).toBe("8.2.0.259");
    const d4 = records.find((record) => record.name === "sample_D4")!;
    expect([d4.zAverage!.value, d4.polydispersityIndex!.value, d4.refractiveIndex]).toEqual([
      13.87, 0.08, 1.334,
    ]);
    expect(d4.peaks.map(({ diameter, area }) => [diameter.value, area!.value])).toEqual([
      [13.76, 94.7],
      [498.08, 5.31],
    ]);
    expect(d4.derivedCountRate!.value).toBeCloseTo(5180.0925, 9);
    expect(d4.line).toBe(42);
    const codes = result.warnings.map((issue) => issue.code);
    expect(codes).toContain("dls-size-implausible");
    expect(settings.find((setting) => setting.key === "Blanks")!.section).toBe("Info");
    expect([records.length, codes]).toMatchInlineSnapshot(`
      [
        20,
        [
          "dls-size-implausible",
          "stunner-not-measured",
        ],
      ]
    `);
  });

  test("the absorbance table is neither recognised nor read", async () => {
    const bytes = bytesOf("Demo_A280_Protein.csv");
    expect(stunnerWorkbook.sniff(bytes, "Demo_A280_Protein.csv")).toBe(0);
    const result = await read(bytes);
    expect(isRefused(result) && result.issues[0]!.code).toBe("stunner-no-dls-columns");
  });
});
