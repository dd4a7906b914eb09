import type { SizeBins } from "../measurement.ts";

/** Width in nm of the bins that single particles are counted in. */
const particleBinWidth = 5;
const mostCells = 4000;

/**
 * Single diameters in nm counted in bins of 5 nm from 0, wider where the largest needs more than 4,000 of them; `total`
 * in {particles}/mL is shared among the bins, or 1 for all where it is not known. Null without a positive finite diameter.
 */
export function binsOfParticles(diameters: ArrayLike<number>, total: number | null): SizeBins | null {
  const sizes = Array.from(diameters).filter((size) => size > 0 && Number.isFinite(size));
  if (sizes.length === 0) return null;
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const width = Math.max(particleBinWidth, Math.ceil(largest / mostCells));
  const cells = Math.floor(largest / width) + 1;
  const counts = new Float64Array(cells);
  for (const size of sizes) counts[Math.min(cells - 1, Math.floor(size / width))]!++;
  const share = (total ?? 1) / sizes.length;
  return {
    edges: Float64Array.from({ length: cells + 1 }, (_, i) => i * width),
    concentration: counts.map((count) => count * share),
    counts,
  };
}
