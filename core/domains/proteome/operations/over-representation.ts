import { z } from "zod";
import { accepted, field, isRefused, type Result, refused } from "../../../kernel/index.ts";
import { confidenceLevel } from "../../../statistics/confidence-level.ts";
import {
  benjaminiHochberg,
  conditionalOddsRatio,
  hypergeometricSf,
  overRepresentation as setsTested,
} from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { geneSets, setSizes, setsOf, sizesIssue } from "./gene-sets.ts";
import { inputIssues } from "./input-issues.ts";

const whole = z.int().min(0).max(10_000_000);

const given = z.discriminatedUnion("kind", [
  z.object({
    kind: field(z.literal("counts"), "", "Four numbers, or lists of genes", "4 つの数、または遺伝子の一覧"),
    background: field(
      whole.min(1),
      "1",
      "Genes detected: the background (N)",
      "検出された遺伝子数：背景（N）",
    ),
    inSet: field(whole, "1", "of these in the set (K)", "うちセットに含まれる数（K）"),
    hits: field(whole, "1", "of these hits (n)", "うちヒット数（n）"),
    both: field(whole, "1", "hits in the set (k)", "セット内のヒット数（k）"),
  }),
  z.object({
    kind: field(z.literal("lists"), "", "Four numbers, or lists of genes", "4 つの数、または遺伝子の一覧"),
    background: field(
      z.array(z.string()),
      "",
      "All genes that were detected and tested",
      "検出して検定したすべての遺伝子",
    ),
    hits: field(z.array(z.string()), "", "Hits among them", "そのうちのヒット"),
    sets: geneSets,
  }),
]);

interface Row {
  readonly set: string;
  readonly inBackground: number;
  readonly hits: number;
  readonly expected: number;
  readonly fold: number | null;
  readonly p: number;
  readonly q: number;
  /** Conditional maximum likelihood with its exact interval; null where it is infinite or has no upper limit. */
  readonly oddsRatio: number | null;
  readonly oddsLower: number | null;
  readonly oddsUpper: number | null;
  readonly found: readonly string[];
}

const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : null);

function ofCounts(
  { background, inSet, hits, both }: { background: number; inSet: number; hits: number; both: number },
  level: number,
): Result<Row> {
  const possible = inSet <= background && hits <= background && both <= Math.min(inSet, hits);
  if (!possible || both < inSet + hits - background) {
    return refused(inputIssues.raise("proteome-counts-impossible", { background, inSet, hits, both }));
  }
  const p = hypergeometricSf(both - 1, background, inSet, hits);
  const expected = (hits * inSet) / background;
  const free = Math.min(inSet, hits) > Math.max(0, inSet + hits - background);
  const odds = free
    ? conditionalOddsRatio({ population: background, marked: inSet, drawn: hits, both }, level)
    : null;
  return accepted({
    set: "",
    inBackground: inSet,
    hits: both,
    expected,
    fold: finite(both / expected),
    p,
    q: p,
    oddsRatio: finite(odds?.oddsRatio),
    oddsLower: finite(odds?.interval.lower),
    oddsUpper: finite(odds?.interval.upper),
    found: [],
  });
}

export const overRepresentation = defineFinite({
  id: "proteome.overRepresentation",
  version: "1",
  title: { en: "Over-representation of a gene set", ja: "遺伝子セットの過剰出現" },
  summary: {
    en: "Whether hits are more often in a set than chance gives, within the detected background (hypergeometric).",
    ja: "検出された背景集合の中で、ヒットがセットに偶然より多く含まれるかを超幾何分布で検定します。",
  },
  input: z.object({ given: field(given, "", "Given as", "入力の形") }),
  parameters: z.object({ ...setSizes, level: confidenceLevel }),
  example: { input: { given: { kind: "counts", background: 2000, inSet: 100, hits: 150, both: 12 } } },
  run: ({ given: one }, { level, ...sizes }) => {
    if (one.kind === "counts") {
      const row = ofCounts(one, level);
      if (isRefused(row)) return row;
      return accepted({ background: one.background, hits: one.hits, sets: [row.value], omitted: [] });
    }
    const reversed = sizesIssue(sizes);
    if (reversed) return refused(reversed);
    const found = setsTested(one.hits, one.background, setsOf(one.sets), { ...sizes, level });
    if (isRefused(found)) return found;
    const q = benjaminiHochberg(found.value.sets.map(({ p }) => p));
    const sets = found.value.sets.map(
      (set, at): Row => ({
        set: set.id,
        inBackground: set.inBackground,
        hits: set.hits.length,
        expected: set.expected,
        fold: finite(set.fold),
        p: set.p,
        q: q[at]!,
        oddsRatio: finite(set.conditional?.oddsRatio),
        oddsLower: finite(set.conditional?.interval.lower),
        oddsUpper: finite(set.conditional?.interval.upper),
        found: set.hits,
      }),
    );
    const { background, hits, omitted } = found.value;
    const left = omitted.map(({ id, size, measured }) => ({ set: id, size, measured }));
    return accepted({ background, hits, sets, omitted: left }, found.warnings);
  },
});
