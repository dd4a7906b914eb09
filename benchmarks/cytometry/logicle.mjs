/** Exact logicle (Moore and Parks 2012) by Newton steps: the place of x on the display. */
export function logicle({ t, m, w, a }) {
  const b = (m + a) * Math.LN10;
  const linear = w / (m + a);
  const x2 = a / (m + a);
  const x1 = x2 + linear;
  const x0 = x2 + 2 * linear;
  let low = 0;
  let high = b;
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (2 * (Math.log(middle) - Math.log(b)) + linear * (b + middle) > 0) high = middle;
    else low = middle;
  }
  const d = (low + high) / 2;
  const ca = Math.exp(x0 * (b + d));
  const fa = Math.exp(b * x1) - ca * Math.exp(-d * x1);
  const first = t / (Math.exp(b) - fa - ca * Math.exp(-d));
  const c = ca * first;
  const f = -fa * first;
  return (x) => {
    const target = Math.abs(x);
    let y = target > f ? Math.max(x1, Math.log((target - f) / first) / b) : x1;
    for (let step = 0; step < 50; step++) {
      const rising = first * Math.exp(b * y);
      const falling = c * Math.exp(-d * y);
      const change = (rising - falling + f - target) / (b * rising + d * falling);
      y -= change;
      if (Math.abs(change) < 1e-14) break;
    }
    return x < 0 ? 2 * x1 - y : y;
  };
}
