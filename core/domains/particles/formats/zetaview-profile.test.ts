import { describe, expect, test } from "vitest";
import { isAccepted, type NumberColumn, type Result } from "../../../kernel/index.ts";
import type { ZetaMeasurement } from "../measurement.ts";
import { type ZetaviewOddities, type ZetaviewSetOptions, zetaviewSet } from "../twins/zetaview.ts";
import { latin1 } from "../twins/zetaview-format.ts";
import { zetaviewProfile } from "./zetaview-profile.ts";

const truth = { median: 110, sigma: 0.3, concentration: 1e10, betweenPositions: 0.2, zetaPotential: -30 };

function profileFile(oddities: ZetaviewOddities = {}, options: Partial<ZetaviewSetOptions> = {}) {
  return zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1, ...options, oddities })[2]!;
}
const textOf = (bytes: Uint8Array) => new TextDecoder("windows-1252").decode(bytes);
const read = (bytes: Uint8Array<ArrayBuffer>) =>
  zetaviewProfile.read(new Blob([bytes]), { name: "20250219_0006_EV F7-1000_prof_488.txt" });

async function readEdited(edit: (text: string) => string, options: Partial<ZetaviewSetOptions> = {}) {
  const text = textOf(profileFile({}, options).bytes);
  const edited = edit(text);
  expect(edited).not.toBe(text);
  return read(latin1(edited));
}
function value(result: Result<ZetaMeasurement>): ZetaMeasurement {
  if (!isAccepted(result)) throw new Error(result.issues.map((issue) => issue.message.en).join("\n"));
  return result.value;
}
const codes = (result: Result<unknown>) =>
  (isAccepted(result) ? result.warnings : result.issues).map((issue) => issue.code);
const column = (measurement: ZetaMeasurement, name: string) => [
  ...(measurement.table.columns.find((c) => c.name === name) as NumberColumn).values,
];

describe("a whole file", () => {
  test("has NUL bytes and CRLF, and is read without a warning", async () => {
    const file = profileFile();
    expect(textOf(file.bytes)).toContain("Mobility /µ\0m/s/V/cm");
    expect(textOf(file.bytes)).toContain("\r\n");
    const result = await read(file.bytes);
    expect(codes(result)).toEqual([]);
    const measurement = value(result);
    expect(measurement.zetaPotential!.unit).toBe("mV");
    expect(measurement.zetaPotential!.value).toBeCloseTo(-30, -1);
    expect(measurement.mobility).toMatchObject({ unit: "um.cm/(V.s)" });
    expect(measurement.mobility!.value * 12.826442).toBeCloseTo(measurement.zetaPotential!.value, 4);
    expect(measurement.fwhm).toMatchObject({ value: 8.2, unit: "mV", printed: "8.200000" });
    expect(measurement.pack).toBe("20250219_EV F7-1000_488");
    expect(measurement.sampleName).toBe("EV F7-1000");
  });

  test("keeps the parabola in the settings and a blank ZP column missing", async () => {
    const measurement = value(await read(profileFile().bytes));
    const parabola = measurement.settings.find((s) => s.key === "Parabola")!;
    expect(parabola.values.join(" ")).toMatch(/zp = a\*x\^2 \+ b\*x \+ c a= 60\.000000/);
    expect(column(measurement, "position")).toHaveLength(11);
    expect(column(measurement, "zeta").every(Number.isNaN)).toBe(true);
    const [positive, negative, average] = ["positive", "negative", "average"].map(
      (n) => column(measurement, n)[4]!,
    );
    expect((positive! + negative!) / 2).toBeCloseTo(average!, 1);
  });

  test.each<[string, ZetaviewOddities, Partial<ZetaviewSetOptions>]>([
    ["decimal commas", {}, { locale: "comma" }],
    ["8.05.16", {}, { version: "8.05.16 SP3" }],
    ["no NUL bytes", { nulInHeadings: false }, {}],
    ["LF", { profileNewline: "\n" }, {}],
  ])("%s say the same", async (_, oddities, options) => {
    const result = await read(profileFile(oddities, options).bytes);
    expect(codes(result)).toEqual([]);
    const [other, plain] = [value(result), value(await read(profileFile().bytes))];
    expect(other.table).toEqual(plain.table);
    expect(other.zetaPotential!.value).toBe(plain.zetaPotential!.value);
  });

  test("a printed ZP column is read", async () => {
    const measurement = value(await read(profileFile({ printZp: true }).bytes));
    expect(column(measurement, "zeta")).toEqual(column(measurement, "fit"));
  });
});

describe("damage", () => {
  test.each([
    ["a row lost", (t: string) => t.replace(/\r\n0\.30\t.*(?=\r\n)/, ""), "zetaview-positions-missing"],
    [
      "the heading lost",
      (t: string) => t.replace("Position\tPositive", "Position"),
      "zetaview-no-profile-rows",
    ],
    [
      "a word for a number",
      (t: string) => t.replace("\r\n0.30\t", "\r\n0.30\tx"),
      "zetaview-profile-row-unreadable",
    ],
    ["the end lost", (t: string) => t.slice(0, t.indexOf("\r\n0.80") + 2), "zetaview-positions-missing"],
    ["no zeta potential", (t: string) => t.replace(/Zeta Potential \/ mV.*\r\n/, ""), "zetaview-no-zeta"],
    [
      "a zeta potential that is no number",
      (t: string) => t.replace(/(Zeta Potential \/ mV:\t)/, "$1~"),
      "zetaview-no-zeta",
    ],
    [
      "a zeta potential in V",
      (t: string) => t.replace("Zeta Potential / mV", "Zeta Potential / V"),
      "zetaview-no-zeta",
    ],
  ])("%s is told", async (_, edit, code) => {
    const result = await readEdited(edit);
    expect(isAccepted(result)).toBe(true);
    expect(codes(result)).toContain(code);
  });

  test.each([
    ["a row lost", (t: string) => t.replace(/\r\n0\.30\t.*(?=\r\n)/, ""), "zetaview-profile-uneven"],
    [
      "a row emptied",
      (t: string) => t.replace(/\r\n0\.50\t.*(?=\r\n)/, "\r\n"),
      "zetaview-profile-row-unreadable",
    ],
    ["the end lost", (t: string) => t.slice(0, t.indexOf("\r\n0.80") + 2), "zetaview-profile-uneven"],
  ])("%s where the header promises no number of positions", async (_, edit, code) => {
    const result = await readEdited(edit, { version: "8.05.16 SP3" });
    expect(codes(result)).toEqual([code]);
  });

  test("neither zeta potential nor profile is refused", async () => {
    const result = await readEdited((t) => t.slice(0, t.indexOf("Zeta Potential / mV")));
    expect(codes(result)).toEqual(["zetaview-no-profile"]);
  });
});
