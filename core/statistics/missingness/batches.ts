import { chiSquareSf, normalSf } from "../distributions/index.ts";
import type { Matrix } from "../linear-algebra/index.ts";
import { holm } from "../multiple-testing/index.ts";
import { requireLength } from "../values.ts";

export interface MissingnessOfBatch {
  readonly batch: string;
  readonly samples: number;
  readonly missing: number;
  /** Were each feature's missing values spread over the samples by chance. */
  readonly expected: number;
  readonly z: number;
  readonly p: number;
  readonly pHolm: number;
}

/**
 * Whether samples or batches miss more values than chance gives: each feature keeps its number of missing values, which
 * fall on any of the samples alike, so that a batch's count is a sum of hypergeometric ones. `batchOf` names each sample's
 * batch or run; with one name per sample it tests each sample. Features are taken as independent, which makes P values
 * too small where they are not. P is NaN where nothing can vary.
 */
export function missingnessByBatch(data: Matrix, batchOf: readonly string[]): MissingnessOfBatch[] {
  requireLength("batches", batchOf, data.columns);
  const { rows, columns, values } = data;
  const batches = [...new Set(batchOf)];
  const index = batchOf.map((batch) => batches.indexOf(batch));
  const counts = new Float64Array(batches.length);
  let expectedShare = 0;
  let varianceShare = 0;
  for (let i = 0; i < rows; i++) {
    let missing = 0;
    for (let j = 0; j < columns; j++) {
      if (!Number.isNaN(values[i * columns + j]!)) continue;
      missing++;
      counts[index[j]!]! += 1;
    }
    const p = missing / columns;
    expectedShare += p;
    varianceShare += p * (1 - p);
  }
  const tests = batches.map((batch, b) => {
    const samples = index.filter((own) => own === b).length;
    const expected = samples * expectedShare;
    const variance = ((samples * (columns - samples)) / (columns - 1)) * varianceShare;
    const z = variance > 0 ? (counts[b]! - expected) / Math.sqrt(variance) : Number.NaN;
    return { batch, samples, missing: counts[b]!, expected, z, p: Math.min(1, 2 * normalSf(Math.abs(z))) };
  });
  const tested = tests.filter(({ p }) => !Number.isNaN(p));
  const adjusted = holm(tested.map(({ p }) => p));
  return tests.map((test) => ({ ...test, pHolm: adjusted[tested.indexOf(test)] ?? Number.NaN }));
}

export interface CochranQ {
  readonly q: number;
  readonly df: number;
  readonly p: number;
}

/**
 * Cochran's Q test that all samples miss the same fraction of values, features as blocks; Cochran 1950
 * (10.1093/biomet/37.3-4.256). NaN where no feature is partly missing.
 */
export function equalMissingness({ rows, columns, values }: Matrix): CochranQ {
  const perSample = new Float64Array(columns);
  let spread = 0;
  for (let i = 0; i < rows; i++) {
    let missing = 0;
    for (let j = 0; j < columns; j++) {
      if (!Number.isNaN(values[i * columns + j]!)) continue;
      missing++;
      perSample[j]! += 1;
    }
    spread += missing * (columns - missing);
  }
  const mean = perSample.reduce((sum, count) => sum + count, 0) / columns;
  const squares = perSample.reduce((sum, count) => sum + (count - mean) * (count - mean), 0);
  const df = columns - 1;
  const q = spread > 0 ? (columns * df * squares) / spread : Number.NaN;
  return { q, df, p: spread > 0 ? chiSquareSf(q, df) : Number.NaN };
}
