import { portable } from "../../../../kernel/index.ts";

/** A refractive index at one wavelength; `extrapolated` where the source did not measure there. */
export interface DispersedIndex {
  readonly index: number;
  readonly extrapolated: boolean;
}

/** Terms of n^2 = 1 + sum strength w^2 / (w^2 - resonance), w in um in vacuum. */
interface Sellmeier {
  readonly terms: readonly (readonly [strength: number, resonance: number])[];
  /** Wavelengths measured, nm. */
  readonly from: number;
  readonly to: number;
}

/** At 20.0 degrees, absolute. Source: Daimon & Masumura 2007, 10.1364/AO.46.003811, as printed by refractiveindex.info. */
const water: Sellmeier = {
  terms: [
    [0.5684027565, 0.005101829712],
    [0.1726177391, 0.01821153936],
    [0.02086189578, 0.02620722293],
    [0.1130748688, 10.69792721],
  ],
  from: 182,
  to: 1129,
};

/** At 20 degrees. One-term fit to the indices of Sultanova, Kasarova & Nikolov 2009, 10.12693/APhysPolA.116.585. */
const polystyrene: Sellmeier = { terms: [[1.4435, 0.020216]], from: 436.8, to: 1052 };

function indexOf({ terms, from, to }: Sellmeier, wavelength: number): DispersedIndex {
  const square = portable.square(wavelength / 1000);
  const sum = terms.reduce((n, [strength, resonance]) => n + (strength * square) / (square - resonance), 1);
  return { index: Math.sqrt(sum), extrapolated: !(wavelength >= from && wavelength <= to) };
}

/** Index of water at 20 degrees at `wavelength` (vacuum, nm); buffers are 0.001 to 0.002 higher. */
export function waterIndex(wavelength: number): DispersedIndex {
  return indexOf(water, wavelength);
}

/** Index of polystyrene at 20 degrees at `wavelength` (vacuum, nm); below 437 nm extrapolated. */
export function polystyreneIndex(wavelength: number): DispersedIndex {
  return indexOf(polystyrene, wavelength);
}
