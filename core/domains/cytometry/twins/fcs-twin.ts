import { createRandom, type TwinFile } from "../../../kernel/index.ts";
import { type Acquired, acquire } from "./acquire.ts";
import { type FcsBytesOptions, type FcsColumn, fcsBytes } from "./fcs-bytes.ts";
import { type TwinInstrument, twinInstrument } from "./instrument.ts";
import {
  type BeadTruth,
  type BufferTruth,
  beads,
  bufferParticles,
  type Population,
  powerLawScatter,
  type Stain,
  type VesicleTruth,
  vesicles,
} from "./populations.ts";

/** What was in the tube, how it was measured and how it was written. All but `seed` has a default. */
export interface FcsTwinOptions {
  readonly seed: number;
  /** File name. */
  readonly name?: string;
  /** `$SMNO`. */
  readonly sample?: string;
  readonly instrument?: TwinInstrument;
  /** Null: no vesicles. */
  readonly vesicles?: VesicleTruth | null;
  readonly dilution?: number;
  readonly stain?: Stain;
  /** Share of the vesicles that detergent leaves. */
  readonly kept?: number;
  /** Collected cross-section in nm2 of a vesicle of a diameter in nm. */
  readonly scatterOf?: (diameter: number) => number;
  /** Null: a buffer without particles. */
  readonly buffer?: BufferTruth | null;
  /** Counting or calibration beads in the tube. */
  readonly beads?: BeadTruth | null;
  readonly seconds?: number;
  /** Stops the acquisition early. */
  readonly mostEvents?: number;
  /** Whether the file states its volume (`$VOL`). */
  readonly statedVolume?: boolean;
  /** `$PnS` by detector name. */
  readonly labels?: Readonly<Record<string, string>>;
  /** `dd-mmm-yyyy` and `hh:mm:ss`, as written. */
  readonly date?: string;
  readonly started?: string;
  readonly writing?: FcsBytesOptions;
}

export const exampleVesicles: VesicleTruth = {
  concentration: 1.1e10,
  median: 105,
  sigma: 0.28,
  markers: {
    "FITC-A": { fraction: 0.35, density: 0.0016, mesfPerEpitope: 4 },
    "PE-A": { fraction: 0.1, density: 0.0018, mesfPerEpitope: 1.1 },
    "APC-A": { fraction: 0.25, density: 0.0014, mesfPerEpitope: 3 },
  },
  nonspecific: 3e-5,
};

export const exampleBuffer: BufferTruth = { concentration: 1.5e4, scatter: 2, sigma: 0.35 };

function tube(options: FcsTwinOptions, instrument: TwinInstrument): Population[] {
  const { dilution = 20_000, stain = "full", kept = 1, scatterOf = powerLawScatter } = options;
  const names = instrument.detectors.map(({ name }) => name);
  const truth = options.vesicles === undefined ? exampleVesicles : options.vesicles;
  const buffer = options.buffer === undefined ? exampleBuffer : options.buffer;
  return [
    ...(truth ? [vesicles(truth, names, { dilution, stain, kept, scatterOf })] : []),
    ...(buffer ? [bufferParticles(buffer, names.length)] : []),
    ...(options.beads ? [beads(options.beads, names)] : []),
  ];
}

/** The events that `fcsTwin` writes, with what passed the beam: for tests that know the truth. */
export function acquireTwin(options: FcsTwinOptions): Acquired {
  const instrument = options.instrument ?? twinInstrument;
  const run = { seconds: options.seconds ?? 90, mostEvents: options.mostEvents ?? Number.POSITIVE_INFINITY };
  return acquire(tube(options, instrument), instrument, run, createRandom(options.seed).split("fcs twin"));
}

const range = 4_194_304;

/** `$TIMESTEP` in s: coarser for 16 bits, which end at 65 535 steps. */
function timeStep({ writing }: FcsTwinOptions): number {
  return writing?.data === "integer" || writing?.data === "log" ? 0.01 : 0.001;
}

function columnsOf(acquired: Acquired, instrument: TwinInstrument, options: FcsTwinOptions): FcsColumn[] {
  const { scatter, detectors } = instrument;
  const step = timeStep(options);
  const side = { L: scatter.laser, V: scatter.voltage, G: "1" };
  return [
    { name: "Time", range, values: acquired.time.map((seconds) => seconds / step) },
    { name: "SSC-A", range, values: acquired.scatterArea, more: side },
    { name: "SSC-H", range, values: acquired.scatterHeight, more: side },
    ...detectors.map(({ name, laser, filter, voltage }, i) => ({
      name,
      label: options.labels?.[name] ?? "",
      range,
      values: acquired.fluorescence[i]!,
      more: { L: laser, F: filter, V: voltage, G: "1" },
    })),
  ];
}

function clock(started: string, seconds: number): string {
  const [h = 0, m = 0, s = 0] = started.split(":").map(Number);
  const total = Math.round(h * 3600 + m * 60 + s + seconds) % 86_400;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${two(total / 3600)}:${two((total / 60) % 60)}:${two(total % 60)}`;
}

function spillover({ detectors, spill }: TwinInstrument): string {
  return [detectors.length, ...detectors.map(({ name }) => name), ...spill.flat()].join(",");
}

/**
 * An FCS file as an instrument would write it of a known tube: vesicles, buffer particles and beads through the
 * interrogation volume with coincidence, spill, noise and trigger. The same options give the same bytes. `$VOL` is in nL
 * (FCS 3.1), the spillover is the true one.
 */
export function fcsTwin(options: FcsTwinOptions): readonly TwinFile[] {
  const instrument = options.instrument ?? twinInstrument;
  const acquired = acquireTwin(options);
  const { started = "10:00:00", date = "14-MAY-2026", name = "twin.fcs", sample = name } = options;
  const version = options.writing?.version ?? "FCS3.1";
  const keywords = {
    $CYT: instrument.name,
    $SMNO: sample,
    $FIL: name,
    $DATE: date,
    $BTIM: started,
    $ETIM: clock(started, acquired.seconds),
    ...(version === "FCS2.0" ? {} : { $TIMESTEP: String(timeStep(options)) }),
    $TR: `${instrument.trigger.channel},${instrument.trigger.threshold}`,
    ...(version === "FCS3.1" ? { $SPILLOVER: spillover(instrument) } : {}),
    ...(options.statedVolume ? { $VOL: String(Math.round(acquired.microlitres * 1000)) } : {}),
  };
  const bytes = fcsBytes(columnsOf(acquired, instrument, options), keywords, options.writing);
  return [{ name, bytes }];
}
