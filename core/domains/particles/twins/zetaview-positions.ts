import { portable } from "../../../kernel/index.ts";
import { type ZetaviewLocale, zetaviewPrinter } from "./zetaview-format.ts";
import { type PositionSample, printedQuantile } from "./zetaview-sample.ts";

const heading =
  "Use\tPosition\tMean Int.\tAv. No of Particles\tConc. (p./mL)\tOrig. Conc. (p./cm^3)\tNo. of Traces\tX50 (nm)\tPeak ø (nm)\tSpan\tDrift (µm/s)\tRemoval";

// Decimals of Mean Int. to Drift; null for the two concentrations, printed as 4.7E+6.
const decimals = [1, 1, null, null, 1, 1, 1, 1, 1] as const;

function numbers(p: PositionSample, factor: number, dilution: number): number[] {
  const concentration = p.particlesPerFrame * factor;
  const head = [
    p.meanIntensity,
    p.particlesPerFrame,
    concentration,
    concentration * dilution,
    p.diameters.length,
  ];
  // Without a trace the last bin of the grid and zeros are printed.
  if (p.diameters.length === 0) return [...head, 5997.5, 0, 0, 0];
  const x50 = printedQuantile(p.diameters, 0.5);
  const span = (printedQuantile(p.diameters, 0.9) - printedQuantile(p.diameters, 0.1)) / x50;
  return [...head, x50, logPeak(p.diameters), span, p.drift];
}

function logPeak(diameters: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const d of diameters) {
    const bin = Math.floor(portable.log10(d) * 16);
    counts.set(bin, (counts.get(bin) ?? 0) + 1);
  }
  const [bin] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
  return portable.pow(10, (bin + 0.5) / 16);
}

/** Lines of `_11pos`: a row for each position, then mean, standard deviation and its percentage over the used ones. */
export function positionLines(
  positions: readonly PositionSample[],
  factor: number,
  dilution: number,
  locale: ZetaviewLocale,
): string[] {
  const { fixed, exponent } = zetaviewPrinter(locale);
  const cells = (values: readonly number[], places: readonly (number | null)[] = decimals) =>
    values.map((value, i) => (places[i] === null ? exponent(value, 1) : fixed(value, places[i]!))).join("\t");
  const rows = positions.map((p) => {
    const { used, position, removal } = p;
    return `${used ? "X" : ""}\t${fixed(position, 2)}\t${cells(numbers(p, factor, dilution))}\t${removal}`;
  });
  const used = positions.filter((p) => p.used).map((p) => numbers(p, factor, dilution));
  const columns = decimals.map((_, c) => used.map((row) => row[c]!));
  const mean = columns.map((values) => values.reduce((a, b) => a + b, 0) / values.length);
  const sd = columns.map((values, c) =>
    Math.sqrt(values.reduce((sum, v) => sum + portable.square(v - mean[c]!), 0) / (values.length - 1)),
  );
  return [
    heading,
    ...rows,
    `\tMean\t${cells(mean)}\t`,
    `\tSt.Dev.\t${cells(sd)}\t`,
    `\tRel.St.Dev.\t${cells(sd.map((s, c) => (100 * s) / mean[c]!))}\t`,
  ];
}
