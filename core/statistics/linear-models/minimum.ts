const goldenShare = (3 - Math.sqrt(5)) / 2;

/**
 * Where `f` has a minimum between `low` and `high`, to about `tolerance`, by golden sections and parabolas (Brent 1973,
 * Algorithms for Minimization without Derivatives, chapter 5).
 */
export function minimumWithin(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance: number,
): number {
  const relative = Math.sqrt(Number.EPSILON);
  let [a, b] = [low, high];
  let x = a + goldenShare * (b - a);
  let [v, w] = [x, x];
  let fx = f(x);
  let [fv, fw] = [fx, fx];
  let [step, before] = [0, 0];
  for (let pass = 0; pass < 200; pass++) {
    const middle = (a + b) / 2;
    const least = relative * Math.abs(x) + tolerance / 3;
    if (Math.abs(x - middle) <= 2 * least - (b - a) / 2) return x;
    let [p, q, r] = [0, 0, 0];
    if (Math.abs(before) > least) {
      r = (x - w) * (fx - fv);
      q = (x - v) * (fx - fw);
      p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      else q = -q;
      r = before;
      before = step;
    }
    if (Math.abs(p) >= Math.abs(0.5 * q * r) || p <= q * (a - x) || p >= q * (b - x)) {
      before = x < middle ? b - x : a - x;
      step = goldenShare * before;
    } else {
      step = p / q;
      const next = x + step;
      if (next - a < 2 * least || b - next < 2 * least) step = x < middle ? least : -least;
    }
    const u = x + (Math.abs(step) >= least ? step : step > 0 ? least : -least);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
  return x;
}
