/** One log-normal part of a size distribution: median diameter in nm, sigma of the natural logarithm. */
export interface SizeComponent {
  readonly median: number;
  readonly sigma: number;
  /** Share by number, relative to the other parts; 1 if not given. */
  readonly weight?: number;
}

/** The truth that a twin's files are made from. */
export interface NanosightTruth {
  readonly distribution: SizeComponent | readonly SizeComponent[];
  /** Of the original sample, in particles/mL. */
  readonly concentration: number;
  /** Factor that the sample was diluted by before it was measured: 1000 for 1:1000. */
  readonly dilution: number;
}

/** What the instrument did and how its software wrote it. All but `truth` has a default. */
export interface NanosightOptions {
  readonly truth: NanosightTruth;
  readonly seed: number;
  readonly captures: number;
  /** Expected valid tracks of a capture that has the true concentration. */
  readonly tracksPerCapture: number;
  /** Standard deviation of the natural logarithm of a capture's concentration around the truth. */
  readonly betweenCaptureSd: number;
  /** Mean number of displacements of a track, at least 5; null: diameters without finite-track broadening. */
  readonly trackLength: number | null;
  /** Standard deviation in nm of the normal kernel that the histogram is smoothed with; 0 leaves it as counted. */
  readonly smoothing: number;
  readonly bins: { readonly count: number; readonly width: number };
  readonly version: "3.2" | "3.4";
  /** Words of the file's second line after `Created with NTA `, where they are to be others than those of `version`. */
  readonly build?: string;
  /** Every capture's factor is written and concentrations are adjusted for it; else `Not recorded`. */
  readonly recordedDilution: boolean;
  /** False: without `Average` and `Standard Error`, as the autosampler writes. */
  readonly averages: boolean;
  readonly weightings: "number" | "all";
  readonly percentiles: boolean;
  readonly encoding: "utf-8" | "utf-8-bom" | "windows-1252" | "utf-16le" | "utf-16be";
  readonly lineEnd: "\r\n" | "\n" | "\r";
  /** A semicolon goes with decimal commas, as on a German or French computer. */
  readonly delimiter: "," | ";";
  readonly sampleName: string;
  readonly remarks: string;
  /** As the software writes it: `2024-05-14 10-00-00`; videos follow by 69 s. */
  readonly started: string;
  readonly temperature: number;
  readonly viscosity: number;
  readonly drift: { readonly x: number; readonly y: number };
  /** Captures, from 0, with few tracks, strong drift, vibration and the verdict `Unreliable`. */
  readonly badCaptures: readonly number[];
  /** Words that replace `OK` or `No`, by `section / row`, for every capture: `{ "Information / Settings changed?": ["No", "Yes", "No"] }`. */
  readonly judgements: Readonly<Record<string, readonly string[]>>;
  /** Names in the size data that differ from those in `Filename:`, as after an edit by hand. */
  readonly sizeNames?: readonly string[];
  readonly files: { readonly singles: boolean; readonly particleData: boolean; readonly allTracks: boolean };
}

export const nanosightDefaults: Omit<NanosightOptions, "truth"> = {
  seed: 1,
  captures: 5,
  tracksPerCapture: 1000,
  betweenCaptureSd: 0.08,
  trackLength: null,
  smoothing: 0,
  bins: { count: 1000, width: 1 },
  version: "3.4",
  recordedDilution: false,
  averages: true,
  weightings: "number",
  percentiles: true,
  encoding: "utf-8",
  lineEnd: "\r\n",
  delimiter: ",",
  sampleName: "twin",
  remarks: "",
  started: "2024-05-14 10-00-00",
  temperature: 22.5,
  viscosity: 0.942,
  drift: { x: -2.1, y: 0.3 },
  badCaptures: [],
  judgements: {},
  files: { singles: false, particleData: false, allTracks: false },
};
