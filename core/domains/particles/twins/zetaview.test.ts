import { describe, expect, test } from "vitest";
import type { TwinFile } from "../../../kernel/index.ts";
import { isAccepted, type NumberColumn, type Result } from "../../../kernel/index.ts";
import { zetaviewPositions } from "../formats/zetaview-positions.ts";
import { zetaviewProfile } from "../formats/zetaview-profile.ts";
import { zetaviewSize } from "../formats/zetaview-size.ts";
import { type ZetaviewSetOptions, zetaviewSet } from "./zetaview.ts";
import { zetaviewPrinter } from "./zetaview-format.ts";
import { binnedQuantile, printedQuantile } from "./zetaview-sample.ts";

const truth = { median: 110, sigma: 0.3, concentration: 1e10, betweenPositions: 0.2, zetaPotential: -30 };
const factor = 4.29e5;
const make = (options: Partial<ZetaviewSetOptions> = {}) =>
  zetaviewSet({ truth, dilution: 500, traces: 600, seed: 1, ...options });
const textOf = (file: TwinFile) => new TextDecoder("windows-1252").decode(file.bytes);
const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0);

function value<M>(result: Result<M>): M {
  if (!isAccepted(result)) throw new Error(result.issues.map((issue) => issue.message.en).join("\n"));
  return result.value;
}
const readSize = async (file: TwinFile) =>
  value(await zetaviewSize.read(new Blob([file.bytes]), { name: file.name })).captures[0]!;
const readPositions = async (file: TwinFile) =>
  value(await zetaviewPositions.read(new Blob([file.bytes]), { name: file.name }));
const column = (columns: readonly { name: string }[], name: string) => [
  ...(columns.find((c) => c.name === name) as NumberColumn).values,
];

describe("files as the instrument writes them", () => {
  test("the same seed gives the same bytes, another seed others", () => {
    expect(make()).toEqual(make());
    expect(make({ seed: 2 })[0]!.bytes).not.toEqual(make()[0]!.bytes);
  });

  test("names: the profile takes the next serial number", () => {
    expect(make({ serial: 9 }).map((file) => file.name)).toEqual([
      "20250219_0009_EV F7-1000_size_488.txt",
      "20250219_0009_EV F7-1000_size_488_11pos.txt",
      "20250219_0010_EV F7-1000_prof_488.txt",
    ]);
  });

  test("numbers print with ties to even and the exponent without leading zeros", () => {
    const { exponent, six } = zetaviewPrinter("dot");
    const print = (value: number) => exponent(value, 3);
    expect([2.5, 1002.5, 1007.5, 5997.5, -1, 0, 99999].map(print)).toEqual([
      "2.500E+0",
      "1.002E+3",
      "1.008E+3",
      "5.998E+3",
      "-1.000E+0",
      "0.000E+0",
      "1.000E+5",
    ]);
    expect(six(30.6)).toBe("30.600000");
    expect(zetaviewPrinter("comma").exponent(2.5, 3)).toBe("2,500E+0");
  });

  test("1200 linear bins, the row of -1, 200 logarithmic bins from 4.683 to 6025 nm", () => {
    const lines = textOf(make()[0]!).trimEnd().split("\n");
    const table = lines.slice(lines.findIndex((line) => line.startsWith("Size / nm")) + 1);
    expect(table).toHaveLength(1401);
    const centres = table.map((line) => line.split("\t")[0]);
    expect(centres.slice(0, 3)).toEqual(["2.500E+0", "7.500E+0", "1.250E+1"]);
    expect(table[1200]).toBe("-1.000E+0\t-1.000E+0\t-1.000E+0\t-1.000E+0\t0.000E+0");
    expect([1201, 1202, 1208, 1223, 1264, 1265, 1400].map((i) => centres[i])).toEqual([
      "4.683E+0",
      "4.855E+0",
      "6.025E+0",
      "1.034E+1",
      "4.518E+1",
      "4.683E+1",
      "6.025E+3",
    ]);
  });

  test("the printed median is half a bin below the one between bin edges", () => {
    const diameters = [101, 102, 103, 108];
    expect(binnedQuantile(diameters, 0.5)).toBeCloseTo(100 + (5 * 2) / 3, 12);
    expect(printedQuantile(diameters, 0.5)).toBeCloseTo(97.5 + (5 * 2) / 3, 12);
    expect(printedQuantile([], 0.5)).toBe(0);
  });

  test("an empty result prints the row of -1 only, and a median of 0", () => {
    const text = textOf(make({ traces: 0 })[0]!);
    expect(text).toContain("Median Number (D50):\t0.000000\n");
    expect(text).toMatch(/Area \/ nm\^2\n-1\.000E\+0(\t-1\.000E\+0){3}\t0\.000E\+0\n$/);
  });
});

describe("truth -> twin -> reader", () => {
  test("what is counted, printed and read is the same sample", async () => {
    const [size, positions] = make({ oddities: { removals: { 4: "GRUBBS_SIZE" } } });
    const capture = await readSize(size!);
    const { table } = await readPositions(positions!);
    const use = column(table.columns, "use");
    const traces = column(table.columns, "traces");
    expect(sum(capture.bins!.counts!)).toBe(sum(traces.filter((_, i) => use[i] === 1)));
    const edges = capture.bins!.edges;
    const centres = [...capture.bins!.counts!].flatMap((n, i) =>
      new Array<number>(n).fill((edges[i]! + edges[i + 1]!) / 2),
    );
    expect(capture.stated.d50!.value).toBeCloseTo(binnedQuantile(centres, 0.5) - 2.5, 5);
  });

  test("the original concentration is recovered at the stated rate: 95 % t-intervals over eleven positions", async () => {
    const t10 = 2.228139;
    let covered = 0;
    const ratios: number[] = [];
    for (let seed = 0; seed < 400; seed++) {
      const { table } = await readPositions(make({ seed, traces: 300 })[1]!);
      const used = column(table.columns, "use");
      const original = column(table.columns, "particlesPerFrame")
        .filter((_, i) => used[i] === 1)
        .map((n) => n * factor * 500);
      expect(original).toHaveLength(11);
      const mean = sum(original) / 11;
      const sd = Math.sqrt(sum(original.map((c) => (c - mean) ** 2)) / 10);
      if (Math.abs(mean - truth.concentration) <= (t10 * sd) / Math.sqrt(11)) covered++;
      ratios.push(mean / truth.concentration);
    }
    // Three standard errors of a proportion of 0.95 in 400 are 0.033; of the mean ratio, 3 * 0.25 / sqrt(11 * 400).
    expect(Math.abs(covered / 400 - 0.95)).toBeLessThan(0.033);
    expect(Math.abs(sum(ratios) / 400 - 1)).toBeLessThan(0.0115);
  });

  test("the median is recovered without bias from the bins", async () => {
    const logs: number[] = [];
    for (let seed = 0; seed < 60; seed++) {
      const capture = await readSize(make({ seed })[0]!);
      const { edges, counts } = capture.bins!;
      const half = sum(counts!) / 2;
      let below = 0;
      let bin = 0;
      while (below + counts![bin]! < half) below += counts![bin++]!;
      logs.push(Math.log((edges[bin]! + (5 * (half - below)) / counts![bin]!) / truth.median));
    }
    // Standard error of a median's logarithm: 1.2533 sigma / sqrt(n), n = 60 * 600.
    expect(Math.abs(sum(logs) / 60)).toBeLessThan((3 * 1.2533 * truth.sigma) / Math.sqrt(60 * 600));
  });

  test("the concentration is of the diluted sample: per mL, times 500 it is the original's", async () => {
    const capture = await readSize(make({ truth: { ...truth, betweenPositions: 0 } })[0]!);
    const original = sum(capture.bins!.concentration) * capture.dilution.factor!;
    // Poisson of 11 frames of 46.6 particles: 4.4 %.
    expect(Math.abs(original / truth.concentration - 1)).toBeLessThan(3 * 0.044);
    expect(capture.dilution.printedConcentrationIs).toBe("as measured");
  });

  test("the zeta potential is recovered within its scatter of 0.3 mV", async () => {
    for (let seed = 0; seed < 20; seed++) {
      const file = make({ seed })[2]!;
      const { zetaPotential } = value(
        await zetaviewProfile.read(new Blob([file.bytes]), { name: file.name }),
      );
      expect(Math.abs(zetaPotential!.value - truth.zetaPotential)).toBeLessThan(1.2);
    }
  });
});
