/** Eigenvalues and, by columns of a matrix held by rows, eigenvectors of a symmetric matrix. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

const negligible = 2 ** -60;

/** By Jacobi's rotations (Golub and Van Loan, 8.5); `matrix` holds `p` rows. */
export function symmetricEigen(matrix: Float64Array, p: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(p * p);
  for (let i = 0; i < p; i++) vectors[i * p + i] = 1;
  const size = a.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  for (let sweep = 0; sweep < 60; sweep++) {
    let turned = false;
    for (let i = 0; i < p; i++) {
      for (let j = i + 1; j < p; j++) turned = rotate(a, vectors, p, i, j, negligible * size) || turned;
    }
    if (!turned) break;
  }
  return { values: Float64Array.from({ length: p }, (_, i) => a[i * p + i]!), vectors };
}

function rotate(
  a: Float64Array,
  vectors: Float64Array,
  p: number,
  i: number,
  j: number,
  least: number,
): boolean {
  const off = a[i * p + j]!;
  if (!(Math.abs(off) > least)) return false;
  const zeta = (a[j * p + j]! - a[i * p + i]!) / (2 * off);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  for (let k = 0; k < p; k++) turn(a, k * p + i, k * p + j, cosine, sine);
  for (let k = 0; k < p; k++) turn(a, i * p + k, j * p + k, cosine, sine);
  for (let k = 0; k < p; k++) turn(vectors, k * p + i, k * p + j, cosine, sine);
  return true;
}

function turn(values: Float64Array, one: number, two: number, cosine: number, sine: number): void {
  const [x, y] = [values[one]!, values[two]!];
  values[one] = cosine * x - sine * y;
  values[two] = sine * x + cosine * y;
}
