/** A function's value with its gradient. */
export interface Sloped {
  readonly value: number;
  readonly gradient: Float64Array;
}

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  /** Whether no gradient exceeds the tolerance. */
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * The minimum of a smooth function by BFGS with backtracking (Nocedal and Wright 2006, algorithm 6.1): `tolerance` is
 * of the greatest gradient.
 */
export function minimised(
  of: (at: Float64Array) => Sloped,
  start: Float64Array,
  tolerance: number,
  mostIterations: number,
): Minimum {
  const n = start.length;
  let at: Float64Array = Float64Array.from(start);
  let here = of(at);
  let inverse = scaledIdentity(n, 1);
  let fresh = true;
  for (let iterations = 0; iterations < mostIterations; iterations++) {
    if (largest(here.gradient) <= tolerance) return { at, value: here.value, converged: true, iterations };
    let direction = inverse.map((row) => -dot(row, here.gradient));
    if (!(dot(direction, here.gradient) < 0)) {
      inverse = scaledIdentity(n, 1);
      direction = Array.from(here.gradient, (g) => -g);
      fresh = true;
    }
    const found = backtracked(of, at, here, direction, fresh ? 1 / largest(here.gradient) : 1);
    if (found === null) {
      if (fresh) return { at, value: here.value, converged: false, iterations };
      inverse = scaledIdentity(n, 1);
      fresh = true;
      continue;
    }
    const step = found.at.map((value, i) => value - at[i]!);
    const change = found.sloped.gradient.map((value, i) => value - here.gradient[i]!);
    const curvature = dot(step, change);
    if (curvature > 1e-14 * dot(change, change)) {
      if (fresh) inverse = scaledIdentity(n, curvature / dot(change, change));
      update(inverse, step, change, curvature);
      fresh = false;
    }
    at = found.at;
    here = found.sloped;
  }
  return { at, value: here.value, converged: false, iterations: mostIterations };
}

/** The first point along `direction` that decreases enough, or whose value is level up to rounding with less slope. */
function backtracked(
  of: (at: Float64Array) => Sloped,
  at: Float64Array,
  here: Sloped,
  direction: readonly number[],
  first: number,
): { at: Float64Array; sloped: Sloped } | null {
  const slope = dot(direction, here.gradient);
  const rounding = 1e-13 * Math.abs(here.value);
  for (let length = first; length > 1e-16; length /= 2) {
    const next = at.map((value, i) => value + length * direction[i]!);
    const sloped = of(next);
    if (sloped.value <= here.value + 1e-4 * length * slope) return { at: next, sloped };
    const level = Math.abs(sloped.value - here.value) <= rounding;
    if (level && largest(sloped.gradient) < largest(here.gradient)) return { at: next, sloped };
  }
  return null;
}

// H <- (I - s y' / sy) H (I - y s' / sy) + s s' / sy
function update(inverse: Float64Array[], s: Float64Array, y: Float64Array, sy: number): void {
  const hy = inverse.map((row) => dot(row, y));
  const factor = (1 + dot(y, hy) / sy) / sy;
  inverse.forEach((row, i) => {
    for (let j = 0; j < row.length; j++) {
      row[j]! += factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy;
    }
  });
}

function scaledIdentity(n: number, scale: number): Float64Array[] {
  return Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = scale;
    return row;
  });
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}
