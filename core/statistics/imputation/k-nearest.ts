import { accepted, type Result } from "../../kernel/index.ts";
import { observedOf, samplesOf, withUsable } from "../feature-matrix.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { mean } from "../moments.ts";
import { normalisationIssues } from "../normalisation/issues.ts";
import { type Imputed, maskOf } from "./imputed.ts";

export interface NearestOptions {
  /** Neighbours; 10 where it is not given. */
  readonly k?: number;
  /** Features that miss more than this fraction get sample means and are nobody's neighbour; 0.5 where it is not given. */
  readonly mostMissing?: number;
}

/**
 * Log2 values (features x samples, NaN missing) with each missing value the mean of the feature's `k` nearest neighbours
 * that were seen there: distance is the root mean square over the samples seen in both. Where no neighbour was seen, the
 * sample's mean. Assumes that values are missing at random. Troyanskaya et al. 2001 (10.1093/bioinformatics/17.6.520), as
 * Bioconductor's impute. Issues: `matrix-infinite`, `matrix-nothing-observed`, `matrix-empty-samples`,
 * `imputation-sparse-features`.
 */
export function kNearest(data: Matrix, { k = 10, mostMissing = 0.5 }: NearestOptions = {}): Result<Imputed> {
  if (!(Number.isInteger(k) && k >= 1)) throw new RangeError(`no number of neighbours: ${k}`);
  if (!(mostMissing >= 0 && mostMissing <= 1)) throw new RangeError(`no fraction: ${mostMissing}`);
  return withUsable(data, () => {
    const { rows, columns } = data;
    const most = Math.trunc(mostMissing * columns);
    const missing = missingPerRow(data);
    const candidates = Array.from(missing.keys()).filter((i) => missing[i]! <= most);
    const means = samplesOf(data).map((sample) => mean(observedOf(sample)));
    const values = Float64Array.from(data.values);
    for (let i = 0; i < rows; i++) {
      if (missing[i] === 0) continue;
      const near = missing[i]! > most ? [] : nearest(data, candidates, i, k);
      for (let j = 0; j < columns; j++) {
        if (!Number.isNaN(data.values[i * columns + j]!)) continue;
        const seen = observedOf(Float64Array.from(near, (row) => data.values[row * columns + j]!));
        values[i * columns + j] = seen.length > 0 ? mean(seen) : means[j]!;
      }
    }
    const result = { rows, columns, values };
    const sparse = rows - candidates.length;
    const told = { n: sparse, percent: 100 * mostMissing };
    const warnings = sparse > 0 ? [normalisationIssues.raise("imputation-sparse-features", told)] : [];
    return accepted({ data: result, mask: maskOf(data, result) }, warnings);
  });
}

function missingPerRow({ rows, columns, values }: Matrix): Uint32Array {
  const missing = new Uint32Array(rows);
  values.forEach((value, k) => {
    if (Number.isNaN(value)) missing[Math.floor(k / columns)]! += 1;
  });
  return missing;
}

/** The `k` candidates nearest to a row; among equally near ones the earlier. */
function nearest(
  { columns, values }: Matrix,
  candidates: readonly number[],
  row: number,
  k: number,
): number[] {
  const own = row * columns;
  const rows: number[] = [];
  const distances: number[] = [];
  for (const other of candidates) {
    if (other === row) continue;
    let sum = 0;
    let shared = 0;
    for (let j = 0; j < columns; j++) {
      const difference = values[own + j]! - values[other * columns + j]!;
      if (Number.isNaN(difference)) continue;
      sum += difference * difference;
      shared++;
    }
    const distance = sum / shared;
    if (shared === 0 || (rows.length === k && distance >= distances[k - 1]!)) continue;
    let place = Math.min(rows.length, k - 1);
    for (; place > 0 && distance < distances[place - 1]!; place--) {
      rows[place] = rows[place - 1]!;
      distances[place] = distances[place - 1]!;
    }
    rows[place] = other;
    distances[place] = distance;
  }
  return rows;
}
