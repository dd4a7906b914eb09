// node benchmarks/portable.mjs (after npm run build): nanoseconds per call of the portable functions and of Math.
import { portable } from "../core/dist/kernel/index.js";

const ranges = {
  exp: [-30, 30],
  expm1: [-3, 3],
  log: [1e-3, 1e3],
  log1p: [-0.9, 10],
  log2: [1e-3, 1e3],
  log10: [1e-3, 1e3],
  pow: [0.1, 10],
  sin: [-20, 20],
  cos: [-20, 20],
  tan: [-20, 20],
  asin: [-1, 1],
  acos: [-1, 1],
  atan: [-5, 5],
  atan2: [-5, 5],
  sinh: [-5, 5],
  cosh: [-5, 5],
  tanh: [-5, 5],
  asinh: [-50, 50],
  acosh: [1, 50],
  atanh: [-1, 1],
  cbrt: [-100, 100],
  hypot: [-5, 5],
};
const n = 4096;

function perCall(f, x, y) {
  // One loop per function, so that no call is through a shared site.
  const loop = new Function(
    "f",
    "x",
    "y",
    "let s = 0; for (let i = 0; i < x.length; i++) s += f(x[i], y[i]); return s;",
  );
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 60; round++) {
    const from = process.hrtime.bigint();
    for (let k = 0; k < 5; k++) loop(f, x, y);
    best = Math.min(best, Number(process.hrtime.bigint() - from) / (5 * n));
  }
  return best;
}

for (const [name, [from, to]] of Object.entries(ranges)) {
  const x = Float64Array.from({ length: n }, (_, i) => from + ((to - from) * ((i * 1597) % n)) / n);
  const y = Float64Array.from({ length: n }, (_, i) => 0.3 + ((i * 2584) % n) / n);
  const unary = !["pow", "atan2", "hypot"].includes(name);
  const call = (f) =>
    unary ? new Function("f", "return (x) => f(x)")(f) : new Function("f", "return (x, y) => f(x, y)")(f);
  const own = perCall(call(portable[name]), x, y);
  const native = perCall(call(Math[name]), x, y);
  console.log(
    `${name.padEnd(6)} ${own.toFixed(1).padStart(6)} ns, Math ${native.toFixed(1).padStart(6)} ns, ratio ${(own / native).toFixed(2)}`,
  );
}
