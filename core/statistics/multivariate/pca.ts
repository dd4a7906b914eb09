import { accepted, type Issue, type Result, refused } from "../../kernel/index.ts";
import { statisticsIssues } from "../issues.ts";
import { directionOf, type Matrix, symmetricEigen } from "../linear-algebra/index.ts";
import { missingValues } from "./complete-rows.ts";
import { gramOfColumns, gramOfRows } from "./gram.ts";

export interface PrincipalComponents {
  /** samples x components. */
  readonly scores: Matrix;
  /** features x components, unit columns; the greatest entry of each is positive. */
  readonly loadings: Matrix;
  /** Of each component's scores. */
  readonly variances: Float64Array;
  /** Variance of all features together, of which each component explains `explained`. */
  readonly totalVariance: number;
  readonly explained: Float64Array;
  /** What was subtracted from each feature, and what it was then divided by. */
  readonly centre: Float64Array;
  readonly scale: Float64Array;
}

/**
 * Principal components of `data` (features x samples; samples are the observations), each feature centred and, with
 * `scale`, brought to unit variance. By the eigenvectors of the inner products of the smaller side (Jolliffe 2002,
 * doi:10.1007/b98835, 3.5): components whose variance is under 1e-14 of the first's (over 45 samples or features, under
 * their number times 2e-16) are not told from rounding, and are left out. Issues: `statistics-missing-values`,
 * `statistics-too-few-values` (2 samples), `statistics-constant-features`, `statistics-no-spread`,
 * `statistics-not-finite`; the warning `statistics-fewer-components`.
 */
export function principalComponents(
  data: Matrix,
  { components = 10, scale: toUnit = false }: { components?: number; scale?: boolean } = {},
): Result<PrincipalComponents> {
  const { rows: features, columns: samples } = data;
  if (!(Number.isInteger(components) && components >= 1)) throw new RangeError(`${components} components`);
  const problem = missingValues(data);
  if (problem) return refused(problem);
  if (samples < 2)
    return refused(statisticsIssues.raise("statistics-too-few-values", { n: samples, needed: 2 }));
  const { centre, deviation, constant } = moments(data);
  if (constant === features) return refused(statisticsIssues.raise("statistics-no-spread"));
  if (toUnit && constant > 0)
    return refused(statisticsIssues.raise("statistics-constant-features", { n: constant }));
  const scale = toUnit ? deviation : new Float64Array(features).fill(1);

  const bySample = samples <= features;
  const products = (bySample ? gramOfColumns : gramOfRows)(data, centre, scale);
  if (!products.values.every(Number.isFinite))
    return refused(statisticsIssues.raise("statistics-not-finite"));
  const eigen = symmetricEigen(products);
  const least = Math.max(1e-14, products.rows * Number.EPSILON);
  const found = Math.min(components, eigen.values.filter((value) => value > least * eigen.values[0]!).length);
  const vectors = firstColumns(eigen.vectors, found);
  const lengths = Float64Array.from({ length: found }, (_, j) => Math.sqrt(eigen.values[j]!));
  const other = bySample
    ? rowsTimes(data, centre, scale, vectors)
    : columnsTimes(data, centre, scale, vectors);
  const loadings = bySample ? withColumnsTimes(other, (j) => 1 / lengths[j]!) : vectors;
  const scores = bySample ? withColumnsTimes(vectors, (j) => lengths[j]!) : other;
  const signs = Array.from({ length: found }, (_, j) =>
    directionOf(Float64Array.from({ length: features }, (_, i) => loadings.values[i * found + j]!)),
  );
  const variances = lengths.map((_, j) => eigen.values[j]! / (samples - 1));
  let trace = 0;
  for (let i = 0; i < products.rows; i++) trace += products.values[i * products.rows + i]!;
  const totalVariance = trace / (samples - 1);
  const warnings: Issue[] =
    found < components
      ? [statisticsIssues.raise("statistics-fewer-components", { asked: components, found })]
      : [];
  return accepted(
    {
      scores: withColumnsTimes(scores, (j) => signs[j]!),
      loadings: withColumnsTimes(loadings, (j) => signs[j]!),
      variances,
      totalVariance,
      explained: variances.map((variance) => variance / totalVariance),
      centre,
      scale,
    },
    warnings,
  );
}

interface Moments {
  readonly centre: Float64Array;
  readonly deviation: Float64Array;
  /** How many features do not vary. */
  readonly constant: number;
}

function moments({ rows, columns, values }: Matrix): Moments {
  const centre = new Float64Array(rows);
  const deviation = new Float64Array(rows);
  let constant = 0;
  for (let i = 0; i < rows; i++) {
    const from = i * columns;
    let sum = 0;
    let varies = false;
    for (let k = from; k < from + columns; k++) {
      sum += values[k]!;
      if (values[k] !== values[from]) varies = true;
    }
    centre[i] = varies ? sum / columns : values[from]!;
    let rest = 0;
    for (let k = from; k < from + columns; k++) rest += values[k]! - centre[i]!;
    centre[i]! += rest / columns;
    let squares = 0;
    for (let k = from; k < from + columns; k++)
      squares += (values[k]! - centre[i]!) * (values[k]! - centre[i]!);
    deviation[i] = Math.sqrt(squares / (columns - 1));
    if (!varies) constant += 1;
  }
  return { centre, deviation, constant };
}

function firstColumns({ rows, columns, values }: Matrix, count: number): Matrix {
  const kept = new Float64Array(rows * count);
  for (let i = 0; i < rows; i++) kept.set(values.subarray(i * columns, i * columns + count), i * count);
  return { rows, columns: count, values: kept };
}

/** The centred and scaled data times `vectors` (samples x count): features x count. */
function rowsTimes(data: Matrix, centre: Float64Array, scale: Float64Array, vectors: Matrix): Matrix {
  const { columns: count } = vectors;
  const values = new Float64Array(data.rows * count);
  for (let i = 0; i < data.rows; i++) {
    const row = values.subarray(i * count, (i + 1) * count);
    for (let k = 0; k < data.columns; k++) {
      const value = (data.values[i * data.columns + k]! - centre[i]!) / scale[i]!;
      const at = k * count;
      for (let j = 0; j < count; j++) row[j]! += value * vectors.values[at + j]!;
    }
  }
  return { rows: data.rows, columns: count, values };
}

/** The transposed centred and scaled data times `vectors` (features x count): samples x count. */
function columnsTimes(data: Matrix, centre: Float64Array, scale: Float64Array, vectors: Matrix): Matrix {
  const { columns: count } = vectors;
  const values = new Float64Array(data.columns * count);
  for (let i = 0; i < data.rows; i++) {
    const at = i * count;
    for (let k = 0; k < data.columns; k++) {
      const value = (data.values[i * data.columns + k]! - centre[i]!) / scale[i]!;
      for (let j = 0; j < count; j++) values[k * count + j]! += value * vectors.values[at + j]!;
    }
  }
  return { rows: data.columns, columns: count, values };
}

function withColumnsTimes({ rows, columns, values }: Matrix, factor: (column: number) => number): Matrix {
  const factors = Float64Array.from({ length: columns }, (_, j) => factor(j));
  return { rows, columns, values: values.map((value, at) => value * factors[at % columns]!) };
}
