import type { TwinFile } from "../../../kernel/index.ts";
import { fcsTwin } from "./fcs-twin.ts";

/** MESF of the six peaks of the example's fluorescence beads; the first is blank and has no assigned value. */
export const exampleMesf: Readonly<Record<string, readonly (number | null)[]>> = {
  "FITC-A": [null, 850, 3200, 11_500, 44_000, 168_000],
  "PE-A": [null, 620, 2400, 9800, 38_000, 152_000],
  "APC-A": [null, 540, 2100, 8700, 35_000, 141_000],
};

/** Diameters in nm of the example's scatter beads, and their refractive index at 405 nm. */
export const exampleDiameters = [100, 125, 160, 210, 300, 400] as const;
export const exampleBeadIndex = 1.63;

const common = { vesicles: null, cv: 0.05, concentration: 4.5e5 };

/** Six fluorescence peaks on beads of one size, with stuck pairs and debris. */
export function fluorescenceBeadFile(seed: number, name: string): readonly TwinFile[] {
  const peaks = [0, 1, 2, 3, 4, 5].map((i) => ({
    scatter: 4000,
    mesf: Object.fromEntries(
      Object.entries(exampleMesf).map(([channel, values]) => [channel, values[i] ?? 0]),
    ),
  }));
  const beads = { peaks, concentration: common.concentration, cv: common.cv, doublets: 0.02, debris: 0.03 };
  return fcsTwin({ seed, name, sample: "rainbow beads", vesicles: null, beads });
}

/** Polystyrene beads of six sizes without fluorescence; `scatterOf` is the collected cross-section in nm2 of a bead. */
export function scatterBeadFile(
  seed: number,
  name: string,
  scatterOf: (diameter: number) => number,
): readonly TwinFile[] {
  const peaks = exampleDiameters.map((diameter) => ({ scatter: scatterOf(diameter), mesf: {} }));
  const beads = { peaks, concentration: common.concentration, cv: 0.04, doublets: 0.02, debris: 0.02 };
  return fcsTwin({ seed, name, sample: "size beads", vesicles: null, beads });
}
