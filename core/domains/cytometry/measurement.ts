import type { Measurement } from "../../kernel/index.ts";

/** How one value stands in the file and what makes it linear; applied in the order of the fields below. */
export interface EventField {
  /** Bytes from the event's first byte. */
  readonly offset: number;
  /** 1, 2, 3 or 4 for `uint`, 4 or 8 for `float`. */
  readonly bytes: number;
  readonly kind: "uint" | "float";
  /** Kept bits of an integer: (next power of two not below `$PnR`) - 1; null: all. */
  readonly mask: number | null;
  /** Logarithmic amplifier: value = `first` x 10^(`decades` x channel / `range`); null: linear. */
  readonly logarithmic: { readonly decades: number; readonly first: number; readonly range: number } | null;
  /** What the linear value is multiplied by: 1 / gain, or the time step of a time channel. */
  readonly factor: number;
}

/** Where the events of one data set stand and how they are written: enough to stream them. */
export interface EventData {
  readonly blob: Blob;
  /** First byte of the first event, counted from the start of `blob`. */
  readonly begin: number;
  readonly events: number;
  readonly bytesPerEvent: number;
  readonly littleEndian: boolean;
  /** One for each channel, in the order of the channels. */
  readonly fields: readonly EventField[];
}

export interface FcsChannel {
  /** `n` of `$PnN`, from 1. */
  readonly number: number;
  /** `$PnN`; `P<n>` where the file has none. Unique in the data set. */
  readonly name: string;
  /** `$PnS`: the marker or dye; empty where the file has none. */
  readonly label: string;
  /** `$PnR`, exclusive; 0 where the file has no usable one. */
  readonly range: number;
  readonly role: "scatter" | "fluorescence" | "time" | "other";
  /** `A`rea, `H`eight, `W`idth by the name's ending; null where it has none. */
  readonly pulse: "area" | "height" | "width" | null;
  /** Words as written, empty where absent: `$PnV`, `$PnG`, `$PnE`, `$PnL`, `$PnF`, `$PnT`, `$PnO`. */
  readonly voltage: string;
  readonly gain: string;
  readonly amplification: string;
  readonly excitation: string;
  readonly filter: string;
  readonly detector: string;
  readonly power: string;
}

/** Spillover as the file states it: `matrix[row][column]`, row = fluorochrome, column = detector, by channel index from 0. */
export interface Spillover {
  /** `$SPILLOVER`, `SPILL`, `$COMP` or `$DFCnTOm`. */
  readonly keyword: string;
  /** Index from 0 of the channel of each row and column. */
  readonly channels: readonly number[];
  readonly matrix: readonly (readonly number[])[];
  /** The instrument has subtracted it already (`$COMP`, `$DFCnTOm`): to be shown, not to be subtracted again. */
  readonly applied: boolean;
}

/** One data set of an FCS file. */
export interface FcsDataSet {
  /** Empty for a file's only data set, else `data set 1` and so on. */
  readonly name: string;
  /** `FCS3.1`. */
  readonly version: string;
  /** Keywords in upper case with their values as written; the primary TEXT wins over the supplemental one. */
  readonly keywords: ReadonlyMap<string, string>;
  readonly channels: readonly FcsChannel[];
  readonly data: EventData;
  readonly spillover: Spillover | null;
  /** Acquired volume in uL where the file states it (`$VOL` is nL); null where it does not. */
  readonly volume: { readonly microlitres: number; readonly words: string } | null;
  /** Duration of the acquisition in s, from the time channel's step and last event or `$BTIM`/`$ETIM`; null where unknown. */
  readonly seconds: number | null;
}

/** What a flow cytometry standard file says; events stay in the file and are streamed. */
export interface CytometryMeasurement extends Measurement {
  readonly kind: "events";
  readonly sampleName: string;
  /** `$DATE` and `$BTIM` as written; never interpreted. */
  readonly capturedAt: string;
  readonly captures: readonly FcsDataSet[];
}
