import { portable } from "../../../../kernel/index.ts";
import { createCollector } from "./collect.ts";
import type { DiameterRange } from "./curve.ts";
import type { Optics } from "./optics.ts";
import type { ParticleModel } from "./particle.ts";

const nodes = 12;
/** Relative error that a panel may have at the points where it is checked. */
const precision = 2e-11;
const mostPanels = 4096;

/** Cross-section over diameter^6 as polynomials of degree 11 on even panels of the diameter. */
interface Panels {
  readonly coefficients: Float64Array;
  /** 1: the panel is right to the precision. */
  readonly exact: Uint8Array;
}

/**
 * Collected cross-section in nm^2 of one model as a function of the diameter (nm): for many particles of one material.
 * Panels are halved until each agrees with Mie theory to 2e-11 between its nodes; where one does not, and outside the
 * range, every particle is computed. Null unless 0 < from < to.
 */
export function createCollectedCurve(
  optics: Optics,
  model: ParticleModel,
  { from, to }: DiameterRange,
): ((diameter: number) => number) | null {
  if (!(from > 0 && from < to && to < Number.POSITIVE_INFINITY)) return null;
  const collect = createCollector(optics);
  const exactly = (diameter: number) => collect(model, diameter);
  let count = 16;
  let panels = makePanels(exactly, from, to, count);
  // a kink, as where a core vanishes, stays in one panel
  while (count < mostPanels && panels.exact.reduce((sum, one) => sum + one, 0) < count - 1) {
    count *= 2;
    panels = makePanels(exactly, from, to, count);
  }
  const { coefficients: c, exact } = panels;
  const perPanel = count / (to - from);
  return (diameter) => {
    const place = (diameter - from) * perPanel;
    const panel = place | 0;
    if (!(place >= 0 && place < count) || exact[panel] === 0) return exactly(diameter);
    const t = 2 * (place - panel) - 1;
    const at = panel * nodes;
    // even and odd powers apart: half as long to wait for
    const s = t * t;
    const even =
      c[at]! + s * (c[at + 2]! + s * (c[at + 4]! + s * (c[at + 6]! + s * (c[at + 8]! + s * c[at + 10]!))));
    const odd =
      c[at + 1]! +
      s * (c[at + 3]! + s * (c[at + 5]! + s * (c[at + 7]! + s * (c[at + 9]! + s * c[at + 11]!))));
    const cube = diameter * diameter * diameter;
    return (even + t * odd) * (cube * cube);
  };
}

function makePanels(exactly: (diameter: number) => number, from: number, to: number, count: number): Panels {
  const coefficients = new Float64Array(count * nodes);
  const exact = new Uint8Array(count);
  const half = (to - from) / (2 * count);
  for (let panel = 0; panel < count; panel++) {
    const middle = from + half * (2 * panel + 1);
    const value = (t: number) => exactly(middle + half * t) / portable.pow(middle + half * t, 6);
    const row = polynomial(value);
    coefficients.set(row, panel * nodes);
    const worst = [-0.99, -0.6, 0.07, 0.7, 0.99].map((t) => {
      const truth = value(t);
      return Math.abs(row.reduceRight((sum, c) => sum * t + c, 0) / truth - 1);
    });
    exact[panel] = worst.every((error) => error <= precision) ? 1 : 0;
  }
  return { coefficients, exact };
}

/** Coefficients of t^0 to t^11 of the polynomial through the Chebyshev nodes of (-1, 1). */
function polynomial(value: (t: number) => number): Float64Array {
  const angles = Array.from({ length: nodes }, (_, i) => (Math.PI * (i + 0.5)) / nodes);
  const values = angles.map((angle) => value(portable.cos(angle)));
  const row = new Float64Array(nodes);
  let before = new Float64Array(nodes);
  let now = new Float64Array(nodes);
  now[0] = 1;
  for (let k = 0; k < nodes; k++) {
    const sum = values.reduce((total, v, i) => total + v * portable.cos(k * angles[i]!), 0);
    const weight = ((k === 0 ? 1 : 2) * sum) / nodes;
    for (let j = 0; j < nodes; j++) row[j]! += weight * now[j]!;
    // T_(k+1) = 2 t T_k - T_(k-1), and T_1 = t
    const next = now.map((_, j) => (k === 0 ? 1 : 2) * (j > 0 ? now[j - 1]! : 0) - before[j]!);
    before = now;
    now = next;
  }
  return row;
}
