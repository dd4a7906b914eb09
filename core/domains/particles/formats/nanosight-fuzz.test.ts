import { expect, test } from "vitest";
import { fuzzReader } from "../../../testing/fuzz.test-support.ts";
import type { DistributionMeasurement } from "../measurement.ts";
import { nanosightPack } from "../twins/nanosight.ts";
import { nanosightAllTracks } from "./nanosight-all-tracks.ts";
import { nanosightParticleData } from "./nanosight-particle-data.ts";
import { nanosightSummary } from "./nanosight-summary.ts";

const small = {
  truth: { distribution: { median: 20, sigma: 0.2 }, concentration: 3e11, dilution: 1000 },
  captures: 2,
  tracksPerCapture: 300,
  bins: { count: 40, width: 1 },
  recordedDilution: true,
} as const;

const printedRows = {
  concentration: "Concentration (Particles / ml)",
  particlesPerFrame: "Particles per frame",
  centresPerFrame: "Centres per frame",
  completedTracks: "Completed tracks",
  mean: "Mean",
  mode: "Mode",
  sd: "SD",
  d10: "D10",
  d50: "D50",
  d90: "D90",
  validTracks: "Valid Tracks",
} as const;

/** The plainest reading: split every line, look labels up by their first word, turn every cell with `Number`. */
function reread(measurement: DistributionMeasurement, lines: readonly string[]): string | null {
  const delimiter = lines.some((line) => line.startsWith("Filename:;"))
    ? ";"
    : lines.some((line) => line.startsWith("Filename:\t"))
      ? "\t"
      : ",";
  const rows = lines.map((line) => line.split(delimiter).map((cell) => cell.trim()));
  const number = (cell: string | undefined) =>
    Number(delimiter === "," ? cell || "x" : (cell || "x").replace(",", "."));
  const results = rows.findIndex((row) => row[0] === "[Results]");
  const sizes = rows.findIndex((row) => row[0] === "Weighting" && row[1] === "Number");
  const names = rows
    .find((row) => row[0] === "Filename:")!
    .slice(1)
    .filter((cell) => cell !== "");
  if (measurement.captures.length !== names.length)
    return `${measurement.captures.length} captures for ${names.length} names`;
  const first = rows.findIndex((row, at) => at > sizes && row[0]!.startsWith("Bin centre")) + 1;
  const last = rows.findIndex((row, at) => at >= first && !/^[+\d]/.test(row[0]!));
  for (const [at, capture] of measurement.captures.entries()) {
    if (capture.name !== names[at]) return `capture ${at} is called ${capture.name}`;
    for (const [name, label] of Object.entries(printedRows)) {
      const from = ["concentration", "particlesPerFrame", "centresPerFrame", "completedTracks"].includes(name)
        ? results
        : sizes;
      const row = rows.find((cells, line) => line > from && cells[0] === label)!;
      const value = capture.stated[name as keyof typeof printedRows]?.value;
      if (value !== number(row?.[at + 1])) return `${name} is ${value}, the row says ${row}`;
    }
    const near = (value: number | undefined, label: string, shift = 0) =>
      Math.abs(value! - number(rows.find((row) => row[0] === label)?.[at + 1]) - shift) < 1e-9;
    if (!near(capture.temperatureKelvin, "Temperature/C", 273.15)) return `${capture.temperatureKelvin} K`;
    if (!near(capture.viscosity, "Viscosity/cP")) return `${capture.viscosity} cP`;
    if (!near(capture.driftPixelsPerFrame?.x, "X-Drift (pix/frame)")) return "drift in x";
    if (!near(capture.driftPixelsPerFrame?.y, "Y-Drift (pix/frame)")) return "drift in y";
    const factor = rows.find((row) => row[0]!.startsWith("Dilution"))![at + 1]!;
    const state = capture.dilution.printedConcentrationIs;
    if (factor === "Not recorded" ? state !== "as measured" : capture.dilution.factor !== number(factor))
      return `dilution ${state}`;
    const bins = capture.bins;
    if (bins === null) return `no bins for ${capture.name}`;
    if (bins.concentration.length !== last - first)
      return `${bins.concentration.length} bins for ${last - first} rows`;
    for (let row = first; row < last; row++) {
      const cells = rows[row]!;
      if (bins.concentration[row - first] !== number(cells[at + 1]))
        return `bin ${cells[0]} is not ${cells[at + 1]}`;
      const centre = (bins.edges[row - first]! + bins.edges[row - first + 1]!) / 2;
      if (Math.abs(centre - number(cells[0])) > 1e-9) return `bin ${cells[0]} stands at ${centre}`;
    }
  }
  return null;
}

for (const [title, options] of [
  ["NTA 3.4, UTF-8", { version: "3.4" }],
  ["NTA 3.2, decimal commas", { version: "3.2", delimiter: ";" }],
] as const) {
  test(`summary, ${title}: cut at every byte and mutated 10,000 times, nothing is read wrongly without a warning`, async () => {
    const [file] = nanosightPack({ ...small, ...options });
    const tally = await fuzzReader(nanosightSummary, file!.bytes, file!.name, {
      reread,
      mayBeNegative: /drift/,
    });
    console.log(title, file!.bytes.length, JSON.stringify(tally));
    expect(tally.mutations.clean).toBeGreaterThan(300);
    expect(tally.mutations.warned).toBeGreaterThan(3000);
  });
}

for (const format of [nanosightParticleData, nanosightAllTracks]) {
  test(`${format.id}: cut at every byte and mutated 10,000 times`, async () => {
    const files = { singles: false, particleData: true, allTracks: true };
    const pack = nanosightPack({ ...small, captures: 1, tracksPerCapture: 6, files });
    const file = pack.find(({ bytes }) => format.sniff(bytes, "") === 1)!;
    const tally = await fuzzReader(format, file.bytes, file.name, { linesMayBeCut: true });
    console.log(format.id, file.bytes.length, JSON.stringify(tally));
    expect(tally.mutations.warned).toBeGreaterThan(3000);
  });
}
