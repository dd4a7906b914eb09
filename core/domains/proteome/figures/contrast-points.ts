import { portable, type Text } from "../../../kernel/index.ts";
import type { ContrastSummary } from "../analysis/contrast-answer.ts";
import { isInseparable } from "../analysis/inseparable.ts";
import { numbersOf, type ShownContrast, wordsOf } from "./sources.ts";
import { proteinName, same, short } from "./words.ts";

/** A protein of a contrast as its table has it; the table's order is that of p. */
export interface ContrastPoint {
  readonly name: string;
  readonly difference: number;
  readonly minusLogP: number;
  /** NaN where the table has none. */
  readonly mean: number;
  readonly side: "first" | "second" | "rest";
}

/** Proteins that were tested. */
export function contrastPoints({ contrast, table }: ShownContrast): readonly ContrastPoint[] {
  const [genes, ids] = [wordsOf(table, "gene"), wordsOf(table, "feature")];
  const [differences, means] = [numbersOf(table, "log2FoldChange"), numbersOf(table, "meanAbundance")];
  const [p, q] = [numbersOf(table, "p"), numbersOf(table, "q")];
  const smallest = p.reduce((least, one) => (one > 0 && one < least ? one : least), 1);
  return p.flatMap((value, row) => {
    const difference = differences[row] ?? Number.NaN;
    if (Number.isNaN(value) || Number.isNaN(difference)) return [];
    const hit = (q[row] ?? 1) < contrast.alpha;
    return {
      name: proteinName(genes[row] || ids[row] || ""),
      difference,
      minusLogP: -portable.log10(Math.max(value, smallest)),
      mean: means[row] ?? Number.NaN,
      side: hit ? (difference < 0 ? "second" : "first") : "rest",
    };
  });
}

/** What the design guard has to say over a contrast's drawing; empty where nothing stands against it. */
export function warningOf(contrast: ContrastSummary): readonly Text[] {
  return contrast.guard
    .filter((covariate) => isInseparable(contrast, covariate))
    .slice(0, 2)
    .map(({ covariate }) => {
      const name = short(covariate, 20);
      const alone = contrast.nuisances.find((one) => one.covariate === covariate);
      return alone
        ? {
            en: `Not separable from ${name}: ${name} alone finds ${alone.significant}, this contrast ${contrast.significant}`,
            ja: `${name} と分離できない：${name} だけで ${alone.significant} 件、この比較は ${contrast.significant} 件`,
          }
        : { en: `Not separable from ${name}`, ja: `${name} と分離できない` };
    });
}

/** The warning as sentences of a description. */
export function warningSentence(contrast: ContrastSummary): Text {
  const lines = warningOf(contrast);
  return lines.length === 0
    ? same("")
    : {
        en: lines.map(({ en }) => `${en}.`).join(" "),
        ja: lines.map(({ ja }) => `${ja}。`).join(""),
      };
}
