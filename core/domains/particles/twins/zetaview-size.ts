import { portable } from "../../../kernel/index.ts";
import { zetaviewPrinter } from "./zetaview-format.ts";
import { type HeaderFacts, headerLines } from "./zetaview-header.ts";
import { printedQuantile } from "./zetaview-sample.ts";

// 64 bins a decade; the first centre prints as 4.683, the last as 6.025E+3.
const logCentres = Array.from({ length: 200 }, (_, i) => portable.pow(10, 0.670565 + i / 64));
const linearCentres = Array.from({ length: 1200 }, (_, i) => 2.5 + 5 * i);

function histogram(diameters: readonly number[], bins: number, index: (d: number) => number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const d of diameters) {
    const i = Math.floor(index(d));
    if (i >= 0 && i < bins) counts[i]! += 1;
  }
  return counts;
}

/** Lines of `_size_`: header, medians, the table of 5 nm bins, the row of -1, the logarithmic table. */
export function sizeLines(facts: HeaderFacts, diameters: readonly number[], concentration: number): string[] {
  const { six, exponent } = zetaviewPrinter(facts.locale);
  const perParticle = diameters.length > 0 ? concentration / diameters.length : 0;
  const cells = (...values: number[]) => values.map((value) => exponent(value, 3)).join("\t");
  const rows = (centres: readonly number[], counts: readonly number[]) =>
    centres.map((d, i) => {
      const n = counts[i]!;
      return cells(d, n, n * perParticle, (n * Math.PI * portable.cube(d)) / 6, (n * Math.PI * (d * d)) / 4);
    });
  const logIndex = (d: number) => (portable.log10(d) - 0.670565) * 64 + 0.5;
  const tables =
    diameters.length === 0
      ? [cells(-1, -1, -1, -1, 0)]
      : [
          ...rows(
            linearCentres,
            histogram(diameters, 1200, (d) => d / 5),
          ),
          cells(-1, -1, -1, -1, 0),
          ...rows(logCentres, histogram(diameters, 200, logIndex)),
        ];
  return [
    ...headerLines(facts),
    `Results (Pos ${six(0.099993)}):`,
    `Median Number (D50):\t${six(printedQuantile(diameters, 0.5))}`,
    `Median Concentration (D50):\t${six(printedQuantile(diameters, 0.5))}`,
    `Median Volume (D50):\t${six(printedQuantile(diameters, 0.5, 3))}`,
    "Size Distribution",
    "Size / nm\tNumber\tConcentration / cm-3\tVolume / nm^3\tArea / nm^2",
    ...tables,
  ];
}
