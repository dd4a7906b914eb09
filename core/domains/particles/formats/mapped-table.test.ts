import { describe, expect, test } from "vitest";
import { type ColumnMapping, isAccepted, isRefused, type Result } from "../../../kernel/index.ts";
import { mutations, plainLines, truncations } from "../../../testing/fuzz.test-support.ts";
import type { DistributionMeasurement } from "../measurement.ts";
import { mappedTable } from "./mapped-table.ts";

const particles: ColumnMapping = {
  method: "TRPS",
  kind: "particles",
  size: "Diameter (nm)",
  sizeUnit: "nm",
  totalConcentration: 2.5e9,
  concentrationUnit: "{particles}/mL",
  concentrationState: "as measured",
  dilution: 100,
  detectionLimit: 70,
};
const bins: ColumnMapping = {
  method: "MRPS",
  kind: "bins",
  size: "Centre",
  sizeUnit: "nm",
  concentration: "Conc",
  concentrationUnit: "{particles}/mL",
  concentrationState: "original",
};

const particleTable =
  "Instrument,Serial\nX,1\nId,Diameter (nm),Duration (ms)\n1,95.5,0.3\n2,110,0.4\n3,132.25,0.5\n";
const binTable = `Centre;Conc;N\n${Array.from({ length: 12 }, (_, i) => `${55 + 10 * i};${(13 - i) * 1e7};${13 - i}`).join("\n")}\n`;

function read(content: string | Uint8Array<ArrayBuffer>, mapping?: ColumnMapping) {
  const context = { name: "raw/EV 7.csv", ...(mapping === undefined ? {} : { mapping }) };
  return mappedTable.read(new Blob([content]), context);
}

function issuesOf(result: Result<DistributionMeasurement>) {
  return isAccepted(result) ? result.warnings : result.issues;
}

async function codes(content: string, mapping?: ColumnMapping): Promise<readonly string[]> {
  return issuesOf(await read(content, mapping))
    .map((issue) => issue.code)
    .filter((code) => code !== "mapped-not-checked");
}

async function accept(content: string, mapping: ColumnMapping): Promise<DistributionMeasurement> {
  const result = await read(content, mapping);
  if (isRefused(result)) throw new Error(result.issues[0]!.message.en);
  expect(result.warnings[0]!.code).toBe("mapped-not-checked");
  return result.value;
}

const without = (mapping: ColumnMapping, ...fields: string[]): ColumnMapping =>
  Object.fromEntries(Object.entries(mapping).filter(([field]) => !fields.includes(field)));

test("a table is read only where a mapping is given", async () => {
  expect(mappedTable.sniff(new TextEncoder().encode(particleTable), "izon.csv")).toBe(0);
  expect(await codes(particleTable)).toEqual(["mapped-no-mapping"]);
});

test("single particles: diameters, total, dilution and limit as mapped", async () => {
  const measurement = await accept(particleTable, particles);
  expect([measurement.method, measurement.sampleName, measurement.pack]).toEqual(["TRPS", "EV 7", "EV 7"]);
  const [capture] = measurement.captures;
  expect([...capture!.diameters!]).toEqual([95.5, 110, 132.25]);
  expect(capture!.bins).toBeNull();
  expect(capture!.detectionLimit).toBe(70);
  expect(capture!.stated).toEqual({
    concentration: { value: 2.5e9, unit: "{particles}/mL", printed: "2500000000", line: 0 },
  });
  expect(capture!.dilution).toEqual({
    factor: 100,
    printedConcentrationIs: "as measured",
    words: "concentrationState: as measured, dilution: 100",
    line: 0,
  });
});

test("bins: centres, concentration of the original sample, counts", async () => {
  const measurement = await accept(binTable, { ...bins, count: "N" });
  const { edges, concentration, counts } = measurement.captures[0]!.bins!;
  expect([...edges]).toEqual(Array.from({ length: 13 }, (_, i) => 50 + 10 * i));
  expect([...concentration]).toEqual(Array.from({ length: 12 }, (_, i) => (13 - i) * 1e7));
  expect([...counts!]).toEqual(Array.from({ length: 12 }, (_, i) => 13 - i));
  expect(measurement.captures[0]!.dilution.printedConcentrationIs).toBe("original");
});

test("units are taken to nm and particles per mL", async () => {
  const table = "d\tc\n0.05\t2\n0.06\t3\n";
  const mapping = { ...bins, size: "d", concentration: "c", sizeUnit: "um", binPosition: "lower" };
  const { edges, concentration } = (await accept(table, { ...mapping, concentrationUnit: "{particles}/uL" }))
    .captures[0]!.bins!;
  expect(edges.map((edge) => Number(edge.toPrecision(12)))).toEqual(Float64Array.of(50, 60, 70));
  expect([...concentration]).toEqual([2000, 3000]);
});

test("counts share a total concentration, which is told", async () => {
  const mapping = { ...without(bins, "concentration"), count: "N", totalConcentration: 9e8 };
  expect(await codes(binTable, mapping)).toEqual(["mapped-concentration-shared"]);
  const { concentration } = (await accept(binTable, mapping)).captures[0]!.bins!;
  expect(concentration[0]).toBeCloseTo((9e8 * 13) / 90, 3);
});

test("a column parts captures; a column repeats their total", async () => {
  const table = "run,d,total\nA,90,1e9\nA,95,1e9\nB,80,2e9\n";
  const mapping = { ...particles, size: "d", capture: "run", totalConcentration: "total" };
  const { captures } = await accept(table, mapping);
  expect(captures.map((one) => [one.name, [...one.diameters!], one.stated.concentration!.value])).toEqual([
    ["A", [90, 95], 1e9],
    ["B", [80], 2e9],
  ]);
  expect(captures[1]!.stated.concentration!.line).toBe(4);
  const unclear = table.replace("A,95,1e9", "A,95,3e9");
  expect(await codes(unclear, mapping)).toEqual(["mapped-total-differs"]);
});

test("decimal commas, semicolons and a byte order mark are read", async () => {
  const table = "\ufeffd;x\n90,5;1\n101,25;2\n";
  const { captures } = await accept(table, { ...particles, size: "d" });
  expect([...captures[0]!.diameters!]).toEqual([90.5, 101.25]);
});

test("upper edges are taken from their column and have to meet", async () => {
  const mapping = { ...bins, size: "lo", upper: "hi", concentration: "c" };
  const { edges } = (await accept("lo,hi,c\n50,70,1\n70,75,2\n", mapping)).captures[0]!.bins!;
  expect([...edges]).toEqual([50, 70, 75]);
  expect(await codes("lo,hi,c\n50,70,1\n72,75,2\n", mapping)).toEqual(["mapped-bins-broken"]);
});

test("a missing column is told with its line, the nearest name and all names there", async () => {
  const result = await read(particleTable, { ...particles, size: "diameter (nm)", headerLine: 3 });
  const [issue] = issuesOf(result);
  expect([issue!.code, issue!.place!.line]).toEqual(["mapped-column-missing", 3]);
  expect(issue!.message.en).toContain("nearest is “Diameter (nm)”");
  expect(issue!.message.ja).toContain("Id, Diameter (nm), Duration (ms)");
});

describe("mappings that cannot be", () => {
  test.each([
    ["unknown field", { ...particles, diluton: 5 }, "mapped-field-unknown"],
    ["unknown method", { ...particles, method: "DLS" }, "mapped-field-invalid"],
    ["no size unit", without(particles, "sizeUnit"), "mapped-field-invalid"],
    ["dilution below 1", { ...particles, dilution: 0.01 }, "mapped-field-invalid"],
    ["concentration without unit", without(particles, "concentrationUnit"), "mapped-fields-disagree"],
    ["bins without concentration", without(bins, "concentration"), "mapped-fields-disagree"],
    ["upper with centres", { ...bins, upper: "N", binPosition: "centre" }, "mapped-fields-disagree"],
    ["header line outside", { ...particles, headerLine: 99 }, "mapped-no-header"],
  ])("%s", async (_, mapping, code) => {
    expect(await codes(particleTable, mapping)).toEqual([code]);
  });
  test("the nearest field is named", async () => {
    const [issue] = issuesOf(await read(particleTable, { ...particles, diluton: 5 }));
    expect(issue!.parameters).toEqual({ field: "diluton", nearest: "dilution" });
  });
});

describe("doubts", () => {
  const bin = (from: string, to: string) => binTable.replace(from, to);
  test.each([
    ["state not said", particleTable, without(particles, "concentrationState"), ["mapped-state-unknown"]],
    ["particle unreadable", particleTable.replace("110", "n.d."), particles, ["mapped-particles-left-out"]],
    [
      "particle row short",
      particleTable.replace("2,110,0.4", "2,110"),
      particles,
      ["mapped-particles-left-out"],
    ],
    ["rows after a blank line", `${particleTable}\nMean,112.6,0.4\n`, particles, ["mapped-rows-after-blank"]],
    ["no particle", particleTable.slice(0, particleTable.indexOf("1,95")), particles, ["mapped-no-rows"]],
    ["no size readable", "Diameter (nm)\nx\n", particles, ["mapped-no-rows", "mapped-particles-left-out"]],
    ["bin unreadable", bin("65;", "x;"), bins, ["mapped-value-unreadable"]],
    ["concentration below zero", bin("110000000", "-1"), bins, ["mapped-value-unreadable"]],
    ["bin missing", bin("75;110000000;11\n", ""), bins, ["mapped-edges-inferred"]],
    ["bins run back", bin("75;", "15;"), bins, ["mapped-bins-broken"]],
    ["line uneven", bin("75;110000000;11", "75;110000000"), bins, ["mapped-line-uneven"]],
    ["a column twice", bin("Conc;N", "Conc;Conc"), bins, ["mapped-column-twice"]],
    [
      "comma may part thousands",
      "d;x\n1,105;2\n1,250;3\n",
      { ...particles, size: "d" },
      ["mapped-decimal-ambiguous"],
    ],
  ])("%s", async (_, content, mapping, expected) => {
    expect(await codes(content, mapping)).toEqual(expected);
  });
});

/** What has to hold of whatever is accepted without more than the note. */
function checkAccepted(measurement: DistributionMeasurement, lines: readonly string[], label: string): void {
  for (const { bins: read, diameters } of measurement.captures) {
    if (diameters !== undefined)
      expect(
        diameters.every((size) => size > 0 && size < Infinity),
        label,
      ).toBe(true);
    if (read === null) continue;
    expect(
      read.edges.every((edge, i) => edge >= 0 && (i === 0 || edge > read.edges[i - 1]!)),
      label,
    ).toBe(true);
    expect(
      read.concentration.every((value) => value >= 0 && value < Infinity),
      label,
    ).toBe(true);
  }
  const header = lines.findIndex((line) =>
    line.split(/[,;|\t]/).some((cell) => /^\s*"?(?:Centre|Diameter \(nm\))"?\s*$/.test(cell)),
  );
  const filled = lines.slice(header + 1).filter((line) => /[^\s,;|"]/.test(line)).length;
  const count = measurement.captures.reduce(
    (sum, capture) => sum + (capture.diameters?.length ?? capture.bins!.concentration.length),
    0,
  );
  expect(count, label).toBe(filled);
}

describe("cuts at every byte and 10,000 mutations: no throw, no hang, never a row lost in silence", () => {
  test.each([
    ["particles", particleTable, particles],
    ["bins", binTable.replaceAll(";", ","), bins],
  ] as const)("%s", async (_, table, mapping) => {
    const bytes = new TextEncoder().encode(table);
    let clean = 0;
    for (const variant of [...truncations(bytes), ...mutations(bytes, 10_000, 11)]) {
      const result = await read(variant.bytes as Uint8Array<ArrayBuffer>, mapping);
      if (isRefused(result)) {
        expect(
          result.issues.some((issue) => issue.severity === "error"),
          variant.label,
        ).toBe(true);
      } else if (result.warnings.length === 1) {
        clean++;
        checkAccepted(result.value, plainLines(variant.bytes), variant.label);
      }
    }
    expect(clean).toBeGreaterThan(100);
  });
});
