/** A symmetric real matrix, rows of the lower triangle one after another, off the diagonal doubled: y* K y = sum K_ij y_i y_j. */
export type QuadraticForm = Float64Array;

/** sum over nodes k of w1_k g1_ik g1_jk + w2_k g2_ik g2_jk; `basis[i]` holds g1 then g2 at all nodes. */
export function foldedForm(
  basis: readonly Float64Array[],
  first: Float64Array,
  second: Float64Array,
): QuadraticForm {
  const nodes = first.length;
  const weighted = new Float64Array(2 * nodes);
  const form = new Float64Array((basis.length * (basis.length + 1)) / 2);
  let at = 0;
  basis.forEach((row, i) => {
    for (let k = 0; k < nodes; k++) {
      weighted[k] = row[k]! * first[k]!;
      weighted[nodes + k] = row[nodes + k]! * second[k]!;
    }
    for (let j = 0; j <= i; j++) {
      const other = basis[j]!;
      let sum = 0;
      for (let k = 0; k < 2 * nodes; k++) sum += weighted[k]! * other[k]!;
      form[at++] = i === j ? sum : 2 * sum;
    }
  });
  return form;
}

/**
 * y* K y of a complex vector of `length`, two rows and two columns at a time: eight sums that need not wait for one another.
 */
export function quadratic(form: QuadraticForm, re: Float64Array, im: Float64Array, length: number): number {
  let total = 0;
  let at = 0;
  let i = 0;
  for (; i + 1 < length; i += 2) {
    const below = at + i + 1;
    const k = form[at + i]!;
    const l = form[below + i]!;
    const corner = form[below + i + 1]!;
    const x = re[i]!;
    const y = im[i]!;
    const nextX = re[i + 1]!;
    const nextY = im[i + 1]!;
    let sumRe = k * x;
    let sumIm = k * y;
    let belowRe = l * x;
    let belowIm = l * y;
    let oddRe = 0;
    let oddIm = 0;
    let oddBelowRe = corner * nextX;
    let oddBelowIm = corner * nextY;
    for (let j = 0; j < i; j += 2) {
      const k0 = form[at + j]!;
      const k1 = form[at + j + 1]!;
      const l0 = form[below + j]!;
      const l1 = form[below + j + 1]!;
      const x0 = re[j]!;
      const x1 = re[j + 1]!;
      const y0 = im[j]!;
      const y1 = im[j + 1]!;
      sumRe += k0 * x0;
      sumIm += k0 * y0;
      belowRe += l0 * x0;
      belowIm += l0 * y0;
      oddRe += k1 * x1;
      oddIm += k1 * y1;
      oddBelowRe += l1 * x1;
      oddBelowIm += l1 * y1;
    }
    total += x * (sumRe + oddRe) + y * (sumIm + oddIm);
    total += nextX * (belowRe + oddBelowRe) + nextY * (belowIm + oddBelowIm);
    at = below + i + 2;
  }
  if (i < length) {
    let sumRe = 0;
    let sumIm = 0;
    for (let j = 0; j <= i; j++) {
      sumRe += form[at + j]! * re[j]!;
      sumIm += form[at + j]! * im[j]!;
    }
    total += re[i]! * sumRe + im[i]! * sumIm;
  }
  return total;
}
