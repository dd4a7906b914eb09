import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isAccepted, isRefused, type Result } from "../../../kernel/index.ts";
import { checkReader, mutations, truncations } from "../../../testing/fuzz.test-support.ts";
import type { DistributionMeasurement } from "../measurement.ts";
import { magnetParticles } from "./magnet-particles.ts";

const data = process.env.VESICA_DATA ?? "../shared/data";
const file = "Sample 14-Particle Distribution.csv";
const path = `${data}/multi-assay/mag-net-plasma-ev/${file}`;
const isThere = existsSync(path);

const header = "Particle Size (nm),Concentration Average (particles / ml),Stdev";

/** Centres of 40 nm bins from 20 to 820 nm. */
function table(): string[] {
  const rows = Array.from({ length: 21 }, (_, i) => {
    const size = 20 + 40 * i;
    const concentration = Number((1e8 * Math.exp(-(((size - 140) / 60) ** 2))).toPrecision(6));
    return `${size},${concentration},${concentration / 4}`;
  });
  return [header, ...rows];
}

function read(lines: readonly string[], end = "\r\n"): Promise<Result<DistributionMeasurement>> {
  const content = lines.map((line) => line + end).join("");
  return magnetParticles.read(new Blob([content]), { name: `raw/${file}` });
}

async function codes(lines: readonly string[]): Promise<readonly string[]> {
  const result = await read(lines);
  return (isAccepted(result) ? result.warnings : result.issues).map((issue) => issue.code);
}

const always = ["magnet-dilution-unknown", "magnet-smoothing-tails"];

test("centres of even bins give edges half a step to each side; concentrations stay as printed", async () => {
  const result = await read(table());
  if (isRefused(result)) throw new Error("refused");
  expect(result.warnings.map((issue) => issue.code)).toEqual(always);
  const [capture] = result.value.captures;
  expect([...capture!.bins!.edges]).toEqual(Array.from({ length: 22 }, (_, i) => 40 * i));
  expect([...capture!.bins!.concentration]).toEqual(
    table()
      .slice(1)
      .map((row) => Number(row.split(",")[1])),
  );
  expect(capture!.dilution).toEqual({
    factor: null,
    printedConcentrationIs: "unknown",
    words: "Concentration Average (particles / ml)",
    line: 1,
  });
  expect(result.value.sampleName).toBe("Sample 14");
  expect(result.value.settings[0]!.values.length).toBe(21);
});

describe("a hole in the table refuses it, with the line", () => {
  const change = (line: number, to: string | null) => {
    const lines = table();
    lines.splice(line - 1, 1, ...(to === null ? [] : [to]));
    return lines;
  };
  test.each([
    ["a row missing", change(9, null), "magnet-grid-broken"],
    ["a row doubled", [...table().slice(0, 5), table()[4]!, ...table().slice(5)], "magnet-grid-broken"],
    ["a word", change(9, "300,n.d.,1"), "magnet-value-unreadable"],
    ["a blank", change(9, "300,,1"), "magnet-value-unreadable"],
    ["below zero", change(9, "300,-5,1"), "magnet-value-unreadable"],
    ["below detection", change(9, "300,<10,1"), "magnet-value-unreadable"],
    ["a cell too many", change(9, "300,5,1,7"), "magnet-value-unreadable"],
    ["another header", change(1, "Size,Concentration,Stdev"), "magnet-not-a-table"],
  ])("%s", async (_, lines, code) => {
    expect(await codes(lines)).toEqual([code]);
  });
});

test("a table that ends early is told", async () => {
  expect(await codes(table().slice(0, 12))).toEqual([always[0], "magnet-grid-short", always[1]]);
});

test("cuts at every byte and 10,000 mutations: no throw, no hang, never a bin lost in silence", async () => {
  const bytes = new TextEncoder().encode(`${table().join("\r\n")}\r\n`);
  for (const variant of [...truncations(bytes), ...mutations(bytes, 10_000, 3)]) {
    expect(["refused", "warned"]).toContain(await checkReader(magnetParticles, variant.bytes, file));
    const result = await magnetParticles.read(new Blob([variant.bytes as Uint8Array<ArrayBuffer>]), {
      name: file,
    });
    if (isRefused(result)) continue;
    const { edges, concentration } = result.value.captures[0]!.bins!;
    expect(edges.length).toBe(concentration.length + 1);
    expect(concentration.every((value) => value >= 0)).toBe(true);
    expect(edges.every((edge, i) => edge >= 0 && (i === 0 || edge > edges[i - 1]!))).toBe(true);
  }
});

test.skipIf(!isThere)(
  `the real table of ${data}: 401 bins of 2 nm, 8.79193e9 particles/mL in all`,
  async () => {
    const bytes = new Uint8Array(readFileSync(path));
    expect(magnetParticles.sniff(bytes.subarray(0, 65536), file)).toBe(0.95);
    const result = await magnetParticles.read(new Blob([bytes]), { name: file });
    if (isRefused(result)) throw new Error(result.issues[0]!.message.en);
    expect(result.warnings.map((issue) => issue.code)).toEqual(always);
    const { edges, concentration } = result.value.captures[0]!.bins!;
    expect([concentration.length, edges[0], edges.at(-1)]).toEqual([401, 0, 802]);
    expect(concentration[0]).toBe(2.5439e-249);
    const total = concentration.reduce((sum, value) => sum + value, 0);
    expect(Number(total.toPrecision(6))).toBe(8.79193e9);
  },
);
