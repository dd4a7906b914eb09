import { portable } from "../../../../kernel/index.ts";

/** Nodes and weights of Gauss-Legendre quadrature with `count` points on (-1, 1), by Newton's method on P_count. */
export function gaussLegendre(count: number): {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
} {
  const nodes = new Float64Array(count);
  const weights = new Float64Array(count);
  for (let i = 0; i < (count + 1) >> 1; i++) {
    let z = portable.cos((Math.PI * (i + 0.75)) / (count + 0.5));
    let slope = 0;
    for (let step = 0; step < 8; step++) {
      let before = 0;
      let now = 1;
      for (let n = 0; n < count; n++) {
        const next = ((2 * n + 1) * z * now - n * before) / (n + 1);
        before = now;
        now = next;
      }
      slope = (count * (before - z * now)) / ((1 - z) * (1 + z));
      const move = now / slope;
      z -= move;
      if (Math.abs(move) < 1e-16) break;
    }
    const weight = 2 / ((1 - z) * (1 + z) * slope * slope);
    nodes[i] = -z;
    nodes[count - 1 - i] = z;
    weights[i] = weight;
    weights[count - 1 - i] = weight;
  }
  return { nodes, weights };
}
