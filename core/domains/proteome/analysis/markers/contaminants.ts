import {
  accepted,
  type Interval,
  type Issue,
  isRefused,
  portable,
  type Result,
  refused,
} from "../../../../kernel/index.ts";
import { type Matrix, meanInterval } from "../../../../statistics/index.ts";
import type { ContaminantLibrary } from "../../measurement.ts";
import { categoryOfGroup } from "./assign.ts";
import type { Category } from "./categories.ts";
import { markerIssues } from "./issues.ts";
import type { CategoryVersion } from "./versions.ts";

/** Whether each protein is of the categories whose name begins with `prefix`; ambiguous groups are not. */
export function categoryMask(
  genes: readonly (readonly string[])[],
  prefix: Category | "1" | "2" | "3" | "4" | "5",
  version: CategoryVersion = "misev2018",
): Uint8Array {
  return Uint8Array.from(genes, (names) =>
    categoryOfGroup(names, version).category?.startsWith(prefix) ? 1 : 0,
  );
}

export interface LibraryMask {
  /** All accessions of the group are in the library. */
  readonly all: Uint8Array;
  /** Some are and others are not: peptides cannot tell whose they are. */
  readonly shared: Uint8Array;
}

/**
 * Which protein groups are in a contaminant library, by accession without isoform number and contaminant prefix: a bovine
 * protein is never taken for the human one of the same gene. `entries` selects entries, by source or organism.
 */
export function libraryMask(
  proteins: readonly (readonly string[])[],
  library: ContaminantLibrary,
  entries: (entry: ContaminantLibrary["entries"][number]) => boolean = () => true,
): LibraryMask {
  const known = new Set(library.entries.filter(entries).map(({ accession }) => plainAccession(accession)));
  const found = proteins.map((names) => names.filter((name) => known.has(plainAccession(name))).length);
  return {
    all: Uint8Array.from(proteins, (names, i) => (names.length > 0 && found[i] === names.length ? 1 : 0)),
    shared: Uint8Array.from(proteins, (names, i) => (found[i]! > 0 && found[i]! < names.length ? 1 : 0)),
  };
}

function plainAccession(words: string): string {
  return words.replace(/^(?:Cont_|CONT_|CON__|contam_)/, "").replace(/-\d{1,3}$/, "");
}

export interface IntensityFraction {
  /** Sum over the masked proteins by the sum over all, of each sample. */
  readonly samples: readonly number[];
  /** Masked proteins with an intensity, of each sample. */
  readonly counts: readonly number[];
  /** Back from the mean of logits; the mean of the samples where a fraction is 0 or 1. */
  readonly centre: number;
  /** t-interval of the logits between samples; null with one sample, or where a fraction is 0 or 1. */
  readonly interval: Interval | null;
}

/**
 * Fraction of a sample's intensity that is of the proteins in `mask`, by sample and with a t-interval between them on the
 * logit scale: samples are independent replicates, donors where there are some. `intensities`: proteins x samples on the
 * linear scale, NaN where not measured.
 * Issues: `proteome-negative-intensity`, `proteome-no-intensity`; warnings `proteome-fraction-at-limit` and those of
 * `meanInterval`.
 */
export function intensityFraction(
  mask: Uint8Array,
  intensities: Matrix,
  { level = 0.95, names = [] as readonly string[] } = {},
): Result<IntensityFraction> {
  const { rows, columns, values } = intensities;
  if (mask.length !== rows) throw new RangeError(`${mask.length} marks, ${rows} proteins`);
  const wrong = values.filter((value) => value < 0 || value === Number.POSITIVE_INFINITY).length;
  if (wrong > 0) return refused(markerIssues.raise("proteome-negative-intensity", { n: wrong }));
  const samples: number[] = [];
  const counts: number[] = [];
  for (let column = 0; column < columns; column++) {
    let total = 0;
    let part = 0;
    let count = 0;
    for (let row = 0; row < rows; row++) {
      const value = values[row * columns + column]!;
      if (!(value > 0)) continue;
      total += value;
      if (mask[row] === 0) continue;
      part += value;
      count += 1;
    }
    if (!(total > 0)) {
      const sample = names[column] ?? String(column + 1);
      return refused(markerIssues.raise("proteome-no-intensity", { sample }));
    }
    samples.push(part / total);
    counts.push(count);
  }
  return withInterval(samples, counts, level);
}

function withInterval(
  samples: readonly number[],
  counts: readonly number[],
  level: number,
): Result<IntensityFraction> {
  const atLimit = samples.filter((fraction) => fraction <= 0 || fraction >= 1).length;
  if (atLimit > 0) {
    const centre = samples.reduce((sum, fraction) => sum + fraction, 0) / samples.length;
    const warning = markerIssues.raise("proteome-fraction-at-limit", { n: atLimit });
    return accepted({ samples, counts, centre, interval: null }, [warning]);
  }
  const logits = meanInterval(
    samples.map((fraction) => portable.log(fraction) - portable.log1p(-fraction)),
    level,
  );
  if (isRefused(logits)) return logits;
  const issues: readonly Issue[] = logits.warnings;
  const back = logits.value.interval;
  const interval: Interval | null = back && {
    ...back,
    lower: logistic(back.lower),
    upper: logistic(back.upper),
    method: "t-logit-between-samples",
  };
  return accepted({ samples, counts, centre: logistic(logits.value.mean), interval }, issues);
}

function logistic(x: number): number {
  return x >= 0 ? 1 / (1 + portable.exp(-x)) : portable.exp(x) / (1 + portable.exp(x));
}
