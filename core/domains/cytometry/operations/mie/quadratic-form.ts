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

/** y* K y of a complex vector of `length`. */
export function quadratic(form: QuadraticForm, re: Float64Array, im: Float64Array, length: number): number {
  let total = 0;
  let at = 0;
  for (let i = 0; i < length; i++) {
    let sumRe = 0;
    let sumIm = 0;
    for (let j = 0; j <= i; j++) {
      const k = form[at++]!;
      sumRe += k * re[j]!;
      sumIm += k * im[j]!;
    }
    total += re[i]! * sumRe + im[i]! * sumIm;
  }
  return total;
}
