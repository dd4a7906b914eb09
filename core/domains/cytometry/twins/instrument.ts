/** One fluorescence detector of the twin. */
export interface TwinDetector {
  /** `$PnN`: `PE-A`. */
  readonly name: string;
  /** Arbitrary units per MESF of its own fluorochrome. */
  readonly gain: number;
  /** Standard deviation of the electronic and optical background, in MESF. */
  readonly noise: number;
  /** Photoelectrons per MESF: what shot noise comes from. */
  readonly photoelectrons: number;
  /** `$PnL` in nm, `$PnF`, `$PnV`, as written. */
  readonly laser: string;
  readonly filter: string;
  readonly voltage: string;
}

/** The cytometer that a twin simulates. */
export interface TwinInstrument {
  /** `$CYT`. */
  readonly name: string;
  /** Interrogation volume in pL. */
  readonly probeVolume: number;
  /** In uL/min. */
  readonly flowRate: number;
  readonly scatter: {
    /** Arbitrary units per nm2 of collected scattering cross-section. */
    readonly gain: number;
    /** Standard deviation of the background, in nm2. */
    readonly noise: number;
    /** Photoelectrons per nm2. */
    readonly photoelectrons: number;
    readonly laser: string;
    readonly voltage: string;
  };
  /** Relative standard deviation of the illumination between particles. */
  readonly illuminationCv: number;
  readonly detectors: readonly TwinDetector[];
  /** `spill[i][j]`: share of fluorochrome i, in a.u. of its own detector, seen by detector j; 1 on the diagonal. */
  readonly spill: readonly (readonly number[])[];
  /** Channel and value in a.u. from which an event is written. */
  readonly trigger: { readonly channel: string; readonly threshold: number };
}

const detector = (
  name: string,
  gain: number,
  noise: number,
  laser: string,
  filter: string,
  voltage: string,
): TwinDetector => ({ name, gain, noise, photoelectrons: 0.4, laser, filter, voltage });

/** A made-up three-colour instrument that resolves small particles by violet side scatter. */
export const twinInstrument: TwinInstrument = {
  name: "Vesica twin cytometer",
  probeVolume: 54,
  flowRate: 10,
  scatter: { gain: 100, noise: 0.12, photoelectrons: 40, laser: "405", voltage: "300" },
  illuminationCv: 0.03,
  detectors: [
    detector("FITC-A", 2, 9, "488", "525/40", "480"),
    detector("PE-A", 5, 5, "561", "585/42", "510"),
    detector("APC-A", 3, 6, "638", "660/10", "530"),
  ],
  spill: [
    [1, 0.12, 0.001],
    [0.01, 1, 0.02],
    [0, 0.005, 1],
  ],
  trigger: { channel: "SSC-A", threshold: 150 },
};
