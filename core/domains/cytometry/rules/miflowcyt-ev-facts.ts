import { z } from "zod";
import { field, type Text } from "../../../kernel/index.ts";
import type { ControlKind } from "../operations/vesicles/controls.ts";
import { miflowcytIds } from "./miflowcyt-ev-items.ts";

/** What a person wrote for items of the table: `miflowcytEv: { "1.1": "..." }`; `not applicable: why` takes an item out. */
export const miflowcytAnswers = field(
  z.partialRecord(z.enum(miflowcytIds as readonly [string, ...string[]]), z.string()),
  "",
  "Answers for the MIFlowCyt-EV table by item number",
  "MIFlowCyt-EV 表の項目番号ごとの回答",
);

/** What files, sheet, study.yaml and analysis know about an experiment; null or empty: not known. */
export interface MiflowcytFacts {
  /** `parameters.cytometry.miflowcytEv`, by item number. */
  readonly answers: Readonly<Record<string, string>>;
  /** As the files name it: `$CYT`. */
  readonly instrument: { readonly words: string; readonly files: readonly string[] } | null;
  /** Channels with their `$PnS` label and, as written, laser, filter and voltage. */
  readonly channels: readonly {
    readonly name: string;
    readonly label: string;
    readonly role: "scatter" | "fluorescence" | "time" | "other";
    readonly laser: string;
    readonly filter: string;
    readonly voltage: string;
  }[];
  /** Files that the channels were read from. */
  readonly channelFiles: readonly string[];
  /** From `$TR` or the vendor's keyword; an empty threshold is not known. */
  readonly trigger: {
    readonly channel: string;
    readonly threshold: string;
    readonly files: readonly string[];
  } | null;
  /** Factors of the sheet, and how many sample files have none. */
  readonly dilutions: { readonly factors: readonly number[]; readonly missing: number };
  /** Files by kind of control. */
  readonly controls: Readonly<Partial<Record<ControlKind, readonly string[]>>>;
  readonly series: {
    readonly factors: readonly number[];
    readonly verdict: "single" | "swarm" | "undecided";
    readonly files: readonly string[];
  } | null;
  readonly volume: {
    readonly source: "file" | "sheet" | "flow rate" | "counting beads";
    /** `20 µL`, `10 µL/min × 60 s`, `1.00 × 10⁶ beads/mL`. */
    readonly words: string;
    readonly files: readonly string[];
  } | null;
  readonly fluorescence: readonly {
    readonly channel: string;
    /** `MESF`, `ERF`. */
    readonly unit: string;
    readonly doubtful: boolean;
    readonly file: string;
  }[];
  readonly scatter: {
    readonly channel: string;
    /** `Mie, core-shell, 405 nm, half-angle 46°`. */
    readonly model: Text;
    readonly doubtful: boolean;
    readonly file: string;
  } | null;
  /** In calibrated units; a null limit is not known. */
  readonly ranges: readonly {
    readonly channel: string;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly unit: string;
  }[];
  readonly refractiveIndex: {
    /** `core 1.38, shell 1.48, 6 nm`. */
    readonly words: Text;
    readonly basis: "measured" | "assumed";
  } | null;
  /** `D1: 98 to 640 nm (5th to 95th percentile)`. */
  readonly diameters: Text | null;
  readonly epitopes: string | null;
  /** `D1: 3.1 × 10¹⁰ /mL [2.9 × 10¹⁰, 3.3 × 10¹⁰]` by sample, of how many. */
  readonly concentrations: { readonly words: string; readonly samples: number; readonly of: number } | null;
  readonly brightness: readonly { readonly channel: string; readonly unit: string }[];
  readonly deposit: { readonly repository: string; readonly accession: string } | null;
}

/** Facts of an experiment that nothing is known of. */
export const noFacts: MiflowcytFacts = {
  answers: {},
  instrument: null,
  channels: [],
  channelFiles: [],
  trigger: null,
  dilutions: { factors: [], missing: 0 },
  controls: {},
  series: null,
  volume: null,
  fluorescence: [],
  scatter: null,
  ranges: [],
  refractiveIndex: null,
  diameters: null,
  epitopes: null,
  concentrations: null,
  brightness: [],
  deposit: null,
};
