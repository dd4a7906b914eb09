import { accepted, type Interval, isRefused, type Result } from "../../../../kernel/index.ts";
import {
  benjaminiHochberg,
  type Difference,
  type Matrix,
  pairedDifference,
  welchDifference,
} from "../../../../statistics/index.ts";
import { type CarryOver, type CarryOverLine, carryOverOf } from "./carry-over.ts";

import { comparisonIssues } from "./issues.ts";

export type Direction = "enriched" | "depleted" | "not told apart";
export type EnrichmentClass = Direction | "carry-over" | "only in EV" | "only in source" | "no interval";

export interface ProteinEnrichment {
  /** Mean log2 of the vesicle fraction less that of the source; NaN where one is missing. */
  readonly log2Enrichment: number;
  /** From replicates, of this protein alone; null where a side has fewer than two. */
  readonly interval: Interval | null;
  readonly p: number;
  /** Benjamini and Hochberg over all proteins with a p. */
  readonly q: number;
  /** Values used of the vesicle fraction and of the source. */
  readonly n: readonly [number, number];
  /** By q alone; null where there is no p. */
  readonly direction: Direction | null;
  /** Null without a line, or where the protein is beyond it. */
  readonly carryOver: CarryOver | null;
  /** Carry-over before direction: what the source explains is no sign of a vesicle's protein, whichever side it is on. */
  readonly class: EnrichmentClass;
}

export interface EnrichmentOptions {
  /** Columns of both matrices with the same index are of one donor or preparation. */
  readonly paired?: boolean;
  readonly line?: CarryOverLine;
  readonly level?: number;
  /** Limit of q for enriched and depleted. */
  readonly falseDiscoveryRate?: number;
}

/**
 * log2 enrichment of each protein in a vesicle fraction over a source, a soluble fraction or another isolation, with t
 * (Welch's, or of pairs) between replicates. `ev` and `source`: log2 abundances, proteins x samples, NaN where not
 * measured. Warning: `proteome-no-enrichment-interval`.
 */
export function enrichment(
  ev: Matrix,
  source: Matrix,
  { paired = false, line, level = 0.95, falseDiscoveryRate = 0.05 }: EnrichmentOptions = {},
): Result<readonly ProteinEnrichment[]> {
  if (ev.rows !== source.rows) throw new RangeError(`${ev.rows} and ${source.rows} proteins`);
  if (paired && ev.columns !== source.columns) {
    throw new RangeError(`pairs of ${ev.columns} and ${source.columns} samples`);
  }
  const rows = Array.from({ length: ev.rows }, (_, row) => compared(ev, source, row, paired, level));
  const q = benjaminiHochberg(Float64Array.from(rows, ({ test }) => test?.p ?? Number.NaN));
  const found = rows.map(({ test, ev: above, source: below, n }, row): ProteinEnrichment => {
    const log2Enrichment = above - below;
    const certain = q[row]! <= falseDiscoveryRate;
    const direction = !test
      ? null
      : !certain
        ? "not told apart"
        : log2Enrichment > 0
          ? "enriched"
          : "depleted";
    const carryOver = line ? carryOverOf(line, above, below) : null;
    return {
      log2Enrichment,
      interval: test?.interval ?? null,
      p: test?.p ?? Number.NaN,
      q: q[row]!,
      n,
      direction,
      carryOver,
      class: carryOver?.within ? "carry-over" : (direction ?? oneSided(n)),
    };
  });
  const few = found.filter((protein) => protein.class === "no interval").length;
  const issues = few === 0 ? [] : [comparisonIssues.raise("proteome-no-enrichment-interval", { n: few })];
  return accepted(found, issues);
}

function oneSided([ev, source]: readonly [number, number]): EnrichmentClass {
  if (ev >= 2 && source === 0) return "only in EV";
  return ev === 0 && source >= 2 ? "only in source" : "no interval";
}

interface Compared {
  readonly test: Difference | null;
  readonly ev: number;
  readonly source: number;
  readonly n: readonly [number, number];
}

function compared(ev: Matrix, source: Matrix, row: number, paired: boolean, level: number): Compared {
  const above = ev.values.subarray(row * ev.columns, (row + 1) * ev.columns);
  const below = source.values.subarray(row * source.columns, (row + 1) * source.columns);
  const measured = (values: Float64Array) => values.filter((value) => Number.isFinite(value));
  let [a, b] = [measured(above), measured(below)];
  // of pairs, only whole ones count, unless a side has nothing at all
  if (paired && a.length > 0 && b.length > 0) {
    const whole = Array.from(above.keys()).filter((i) => Number.isFinite(above[i]! + below[i]!));
    a = Float64Array.from(whole, (i) => above[i]!);
    b = Float64Array.from(whole, (i) => below[i]!);
  }
  const result =
    paired && a.length === b.length ? pairedDifference(a, b, level) : welchDifference(a, b, level);
  const average = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    test: isRefused(result) ? null : result.value,
    ev: average(a),
    source: average(b),
    n: [a.length, b.length],
  };
}
