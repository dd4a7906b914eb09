/** Laser polarisation against the plane of beam and collection axis. */
export type Polarisation = "perpendicular" | "parallel" | "unpolarised";

/** What a detector collects: a circular aperture around one direction, all angles in degrees inside the medium. */
export interface Optics {
  /** In vacuum, nm. */
  readonly wavelength: number;
  readonly mediumIndex: number;
  /** Of the collection axis, from forward: 90 is side scatter. */
  readonly angle: number;
  readonly halfAngle: number;
  readonly polarisation: Polarisation;
  /** Half-angle of a round stop in the middle of the aperture; 0: none. */
  readonly stop: number;
}

/** Side scatter, polarised perpendicular to the scattering plane as in most instruments. */
export function sideScatter(wavelength: number, mediumIndex: number, halfAngle: number): Optics {
  return { wavelength, mediumIndex, angle: 90, halfAngle, polarisation: "perpendicular", stop: 0 };
}

/** Wave number in the medium, 1/nm. */
export function waveNumber({ wavelength, mediumIndex }: Optics): number {
  return (2 * Math.PI * mediumIndex) / wavelength;
}

/** Name of the first value that no optics can have, or null. */
export function wrongOptics(optics: Optics): keyof Optics | null {
  const { wavelength, mediumIndex, angle, halfAngle, stop } = optics;
  const finite = (value: number, lower: number, upper: number) => value >= lower && value <= upper;
  if (!finite(wavelength, 100, 20_000)) return "wavelength";
  if (!finite(mediumIndex, 1, 2)) return "mediumIndex";
  if (!finite(angle, 0, 180)) return "angle";
  if (!(halfAngle > 0 && halfAngle <= 180)) return "halfAngle";
  return stop >= 0 && stop < halfAngle ? null : "stop";
}
