import {
  accepted,
  type Interval,
  type Issue,
  isRefused,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import { type Matrix, mean, meanInterval, standardDeviation } from "../../../../statistics/index.ts";
import { rowMeans } from "../matrix-parts.ts";
import { categoryOfGroup } from "./assign.ts";
import type { Category } from "./categories.ts";
import { markerIssues } from "./issues.ts";
import type { CategoryVersion } from "./versions.ts";

/** One marker that the score rests on. */
export interface ScoredMarker {
  /** Row of the matrices. */
  readonly row: number;
  readonly genes: readonly string[];
  readonly category: Category;
  /** log2 of vesicles over source. */
  readonly log2Enrichment: number;
  /** Against all proteins that are in both fractions. */
  readonly z: number;
}

export interface ScoreSide {
  readonly n: number;
  readonly meanZ: number;
  readonly markers: readonly ScoredMarker[];
}

/** Markers of a category on average. */
export interface CategoryMean {
  readonly category: "1" | "2a" | "3a" | "3b" | "4";
  readonly n: number;
  readonly meanLog2Enrichment: number;
  readonly meanZ: number;
}

/** S with all that it is made of. */
export interface SampleScore {
  readonly score: number;
  /** Categories that have markers. */
  readonly categories: readonly CategoryMean[];
  /** Categories 1 and 2a. */
  readonly vesicle: ScoreSide;
  /** Categories 3 and 4. */
  readonly nonVesicle: ScoreSide;
  /** Proteins in both fractions; mean and SD of their log2 enrichment. */
  readonly background: { readonly n: number; readonly mean: number; readonly sd: number };
}

export interface EnrichmentScore {
  readonly version: CategoryVersion;
  /** Of the mean over the vesicle samples. */
  readonly pooled: SampleScore;
  /** Of each vesicle sample against the mean of the source. */
  readonly samples: readonly SampleScore[];
  /** t-interval of the samples' scores; null with one sample. The source's own spread is not in it. */
  readonly interval: Interval | null;
}

/**
 * S = mean z(categories 1, 2a) - mean z(categories 3, 4), z of log2 enrichment of vesicles over source or cell lysate
 * among all proteins in both (a definition of this project). `ev` and `source`: log2 abundances, proteins x samples,
 * NaN where not measured; `genes` by row. Groups of several categories are on no side.
 * Issues: `proteome-score-one-sided`, `proteome-score-no-spread`; warnings `proteome-score-few-markers`,
 * `proteome-score-sides-disagree`, `statistics-identical-replicates`.
 */
export function enrichmentScore(
  genes: readonly (readonly string[])[],
  ev: Matrix,
  source: Matrix,
  { version = "misev2018" as CategoryVersion, level = 0.95 } = {},
): Result<EnrichmentScore> {
  if (ev.rows !== genes.length || source.rows !== genes.length) {
    throw new RangeError(`${genes.length} proteins, ${ev.rows} and ${source.rows} rows`);
  }
  const assigned = genes.map((names) => categoryOfGroup(names, version).category);
  const base = rowMeans(source);
  const scoreOf = (abundances: Float64Array) => sampleScore(genes, assigned, abundances, base);
  const pooled = scoreOf(rowMeans(ev));
  if (isRefused(pooled)) return pooled;
  const samples: SampleScore[] = [];
  for (let column = 0; column < ev.columns; column++) {
    const single = scoreOf(
      Float64Array.from({ length: ev.rows }, (_, row) => ev.values[row * ev.columns + column]!),
    );
    if (isRefused(single)) return single;
    samples.push(single.value);
  }
  const spread = meanInterval(
    samples.map(({ score }) => score),
    level,
  );
  const issues: Issue[] = [...pooled.warnings];
  if (!isRefused(spread)) issues.push(...spread.warnings);
  const interval = isRefused(spread) ? null : spread.value.interval;
  return accepted({ version, pooled: pooled.value, samples, interval }, issues);
}

function sampleScore(
  genes: readonly (readonly string[])[],
  assigned: readonly (Category | null)[],
  abundances: Float64Array,
  base: Float64Array,
): Result<SampleScore> {
  const enrichment = abundances.map((value, row) => value - base[row]!);
  const both = enrichment.filter((value) => Number.isFinite(value));
  const sd = both.length < 3 ? 0 : standardDeviation(both);
  if (!(sd > 0)) return refused(markerIssues.raise("proteome-score-no-spread", { n: both.length }));
  const centre = mean(both);
  const side = (belongs: (category: Category) => boolean): ScoreSide => {
    const markers: ScoredMarker[] = [];
    assigned.forEach((category, row) => {
      const log2Enrichment = enrichment[row]!;
      if (category === null || !belongs(category) || !Number.isFinite(log2Enrichment)) return;
      const z = (log2Enrichment - centre) / sd;
      markers.push({ row, genes: genes[row]!, category, log2Enrichment, z });
    });
    return { n: markers.length, meanZ: mean(markers.map(({ z }) => z)), markers };
  };
  const vesicle = side((category) => category[0] === "1" || category === "2a");
  const nonVesicle = side((category) => category[0] === "3" || category[0] === "4");
  const counts = { enriched: vesicle.n, depleted: nonVesicle.n };
  if (Math.min(vesicle.n, nonVesicle.n) === 0) {
    return refused(markerIssues.raise("proteome-score-one-sided", counts));
  }
  const few = Math.min(vesicle.n, nonVesicle.n) < 3;
  const score = vesicle.meanZ - nonVesicle.meanZ;
  const means = categoryMeans([...vesicle.markers, ...nonVesicle.markers]);
  const background = { n: both.length, mean: centre, sd };
  const issues = few ? [markerIssues.raise("proteome-score-few-markers", counts)] : [];
  return accepted({ score, categories: means, vesicle, nonVesicle, background }, [
    ...issues,
    ...disagreement(means),
  ]);
}

function categoryMeans(markers: readonly ScoredMarker[]): readonly CategoryMean[] {
  return (["1", "2a", "3a", "3b", "4"] as const).flatMap((category) => {
    const own = markers.filter((marker) => marker.category.startsWith(category));
    if (own.length === 0) return [];
    const meanLog2Enrichment = mean(own.map((marker) => marker.log2Enrichment));
    return [{ category, n: own.length, meanLog2Enrichment, meanZ: mean(own.map(({ z }) => z)) }];
  });
}

/** Against a body fluid, proteins of cells' insides come with the vesicles while those of the fluid go. */
function disagreement(means: readonly CategoryMean[]): readonly Issue[] {
  const of = (category: string) => means.find((one) => one.category === category)?.meanLog2Enrichment ?? 0;
  const others = [of("3a"), of("3b"), of("4")];
  if (Math.min(...others) >= 0 || Math.max(...others) <= 0) return [];
  const [serum, aggregates, cells] = others.map((one) => Number(one.toFixed(2)));
  const parameters = { serum: serum!, aggregates: aggregates!, cells: cells! };
  return [markerIssues.raise("proteome-score-sides-disagree", parameters)];
}
