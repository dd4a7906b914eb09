import { portable } from "../../../../kernel/index.ts";
import { gaussLegendre } from "./gauss-legendre.ts";
import type { Optics } from "./optics.ts";

/** Collected power = sum over nodes of perpendicular |S1|^2 + parallel |S2|^2, divided by k^2. */
export interface Aperture {
  /** Of the scattering angle. */
  readonly cosine: Float64Array;
  readonly perpendicular: Float64Array;
  readonly parallel: Float64Array;
}

const radians = Math.PI / 180;

/**
 * Quadrature over a circular aperture: the azimuth is integrated in closed form (half-width phi; of cos^2 phi it is
 * phi + sin(2 phi) / 2, of sin^2 phi it is phi - sin(2 phi) / 2), the scattering angle by Gauss-Legendre in t with
 * theta = centre - half-width cos t, which takes out the square root at the rim. `count` nodes for each smooth part.
 */
export function aperture(optics: Optics, count: number): Aperture {
  const parts = [...smoothParts(optics.angle, optics.halfAngle), ...smoothParts(optics.angle, optics.stop)];
  const open = smoothParts(optics.angle, optics.halfAngle).length;
  const rule = gaussLegendre(count);
  const length = parts.length * count;
  const cosine = new Float64Array(length);
  const perpendicular = new Float64Array(length);
  const parallel = new Float64Array(length);
  parts.forEach(({ from, to }, part) => {
    const rim = part < open ? optics.halfAngle : optics.stop;
    const sign = part < open ? 1 : -1;
    for (let i = 0; i < count; i++) {
      const t = (Math.PI / 2) * (rule.nodes[i]! + 1);
      const theta = (from + to) / 2 - ((to - from) / 2) * portable.cos(t);
      const scale =
        sign * rule.weights[i]! * (Math.PI / 2) * ((to - from) / 2) * portable.sin(t) * portable.sin(theta);
      const phi = halfWidth(theta, optics.angle * radians, rim * radians);
      const [first, second] = azimuth(phi, optics.polarisation);
      const at = part * count + i;
      cosine[at] = portable.cos(theta);
      perpendicular[at] = scale * first;
      parallel[at] = scale * second;
    }
  });
  return { cosine, perpendicular, parallel };
}

function azimuth(phi: number, polarisation: Optics["polarisation"]): readonly [number, number] {
  if (polarisation === "unpolarised") return [phi, phi];
  const swing = portable.sin(2 * phi) / 2;
  return polarisation === "perpendicular" ? [phi + swing, phi - swing] : [phi - swing, phi + swing];
}

/** Half-width in azimuth of the aperture at the scattering angle `theta`, all in radians. */
function halfWidth(theta: number, axis: number, half: number): number {
  // sin^2(phi / 2) = (sin^2(half / 2) - sin^2((theta - axis) / 2)) / (sin theta sin axis)
  const room = portable.sin((half + theta - axis) / 2) * portable.sin((half - theta + axis) / 2);
  const reach = portable.sin(theta) * portable.sin(axis);
  if (room >= reach) return Math.PI;
  return room <= 0 ? 0 : 2 * portable.asin(Math.sqrt(room / reach));
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Ranges of the scattering angle (radians) inside the aperture, cut where the full circle begins. */
function smoothParts(angle: number, half: number): readonly Part[] {
  if (half === 0) return [];
  const cuts = [angle - half, angle + half].map((cut) => (cut < 0 ? -cut : cut > 180 ? 360 - cut : cut));
  const from = Math.max(0, angle - half);
  const to = Math.min(180, angle + half);
  const inside = [...new Set(cuts)].filter((cut) => cut > from && cut < to).sort((a, b) => a - b);
  const edges = [from, ...inside, to];
  return edges
    .slice(1)
    .map((edge, i) => ({ from: edges[i]! * radians, to: edge * radians }))
    .filter((part) => part.to > part.from);
}
