import type { Random } from "../../../kernel/random.ts";
import { zetaviewPrinter } from "./zetaview-format.ts";
import { type HeaderFacts, headerLines } from "./zetaview-header.ts";
import { cellPositions } from "./zetaview-sample.ts";

const zetaPerMobility = 12.826442;
const stationaryLayer = 0.1495;

export interface ProfileOptions {
  /** In mV. */
  readonly zetaPotential: number;
  /** The byte that the instrument leaves in its headings. */
  readonly nul: boolean;
  /** Print the last column, which the instrument mostly leaves blank. */
  readonly printZp: boolean;
}

/**
 * Lines of `_prof_`. Electro-osmosis bends what is seen across the cell to a parabola that takes the true value at the
 * two stationary layers: `zp = zeta + k (x - s)(x - 1 + s)`.
 */
export function profileLines(facts: HeaderFacts, random: Random, options: ProfileOptions): string[] {
  const { six, fixed } = zetaviewPrinter(facts.locale);
  const micro = options.nul ? "µ\0m" : "µm";
  const measured = options.zetaPotential + 0.3 * random.split("zeta").normal();
  const k = 60;
  const a = k;
  const b = -k;
  const c = measured + k * stationaryLayer * (1 - stationaryLayer);
  const rows = cellPositions.map((x, i) => {
    const fit = a * x * x + b * x + c;
    const positive = fit + random.split("positive", i).normal();
    const negative = fit + random.split("negative", i).normal();
    const cells = [positive, negative, (positive + negative) / 2, fit].map((value) => fixed(value, 2));
    return `${fixed(x, 2)}\t${cells.join("\t")}\t${options.printZp ? fixed(fit, 2) : ""}`;
  });
  const mobility = measured / zetaPerMobility;
  return [
    ...headerLines(facts),
    "Results:",
    `Average Field / V/cm:\t${six(9.8)}`,
    `Mobility /${micro}/s/V/cm:\t${six(mobility)}`,
    `Mobility @25°C /${micro}/s/V/cm:\t${six(mobility * 1.0015)}`,
    `Zeta Potential / mV:\t${six(measured)}`,
    `Parabola Fit Accuracy:\t${six(0.95)}`,
    `FWHM / mV:\t${six(8.2)}`,
    `Parabola: zp = a*x^2 + b*x + c\ta=\t${six(a)}\tb=\t${six(b)}\tc=\t${six(c)}`,
    "ZP Profile:",
    "Position\tPositive V\tNegative V\tAverage\tParabola Fit\tZP",
    ...rows,
  ];
}
