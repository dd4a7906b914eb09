import type { Measurement } from "../../kernel/index.ts";

/** How the producer marks a row, in a column or by a prefix of its leading protein. */
export type Mark = "decoy" | "contaminant" | "only identified by site";

/** A row of a quantity table: a protein group, or a peptide or precursor with the group it was given to. */
export interface Feature {
  /** As the file writes it; unique in its matrix. */
  readonly id: string;
  /** Accessions, the leading one first; isoforms and entry names as written without database prefixes. */
  readonly proteins: readonly string[];
  /** Gene symbols, as written. */
  readonly genes: readonly string[];
  readonly description?: string;
  /** The id of the protein group, for peptides and precursors. */
  readonly group?: string;
  /** Amino acids, for spectral counts normalised by length. */
  readonly length?: number;
  /** Theoretical peptides, for iBAQ. */
  readonly theoreticalPeptides?: number;
  readonly marks: readonly Mark[];
  /** Line of the file, from 1. */
  readonly line: number;
}

/** One kind of number for every feature and run. */
export interface QuantityLayer {
  /** The producer's name: `LFQ intensity`, `Intensity`, `iBAQ`, `PG.MaxLFQ`, `Spectral Count`. */
  readonly name: string;
  readonly quantity: "intensity" | "spectral count" | "peptide count" | "ratio";
  readonly scale: "linear" | "log2";
  /** What the producer did, where the format says. */
  readonly normalised: "yes" | "no" | "not stated";
  /** How the format writes a quantity that was not measured; already NaN in `values`. */
  readonly missing: "empty" | "zero" | "NaN";
  /** Features x runs by rows; NaN where nothing was measured. */
  readonly values: Float64Array;
}

/** Quantities of one level, as one table of the file has them. */
export interface QuantityMatrix {
  readonly level: "protein" | "peptide" | "precursor" | "fragment";
  readonly features: readonly Feature[];
  /** The layer that the format means to be compared between runs first. */
  readonly layers: readonly QuantityLayer[];
}

/** Rows or cells of the file that are not in the matrices, and why: nothing is dropped in silence. */
export interface LeftOut {
  readonly reason:
    | "above the producer's q-value limit"
    | "not the master protein of its group"
    | "line with another number of cells"
    | "no protein named"
    | "infinite or negative"
    | "not a number"
    | "second value for the same protein and run";
  readonly count: number;
}

/** A protein quantity file: from a search engine, a viewer's export, or a matrix. */
export interface Quantities {
  readonly kind: "quantities";
  /** Names of runs or channels, as the file has them; unique. Columns of every layer. */
  readonly runs: readonly string[];
  /** Condition, replicate and such, where the file itself states them, by run. */
  readonly stated: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The matrix to compare first: proteins where the file has them. */
  readonly matrices: readonly QuantityMatrix[];
  readonly leftOut: readonly LeftOut[];
}

/** Named lists of genes: a GMT file. */
export interface GeneSets {
  readonly kind: "gene sets";
  readonly sets: readonly {
    readonly name: string;
    readonly description: string;
    readonly genes: readonly string[];
  }[];
}

/** Proteins that come from somewhere else than the vesicles: a FASTA file or table. */
export interface ContaminantLibrary {
  readonly kind: "contaminants";
  readonly entries: readonly {
    readonly accession: string;
    readonly gene: string;
    readonly description: string;
    /** As the library writes it; empty where it does not. */
    readonly organism: string;
    /** Where it comes from, as the library says; empty where it does not. */
    readonly source: string;
  }[];
}

/** What was found in vesicles before, by whom: ExoCarta, Vesiclepedia, EVpedia. */
export interface EvCatalogue {
  readonly kind: "catalogue";
  readonly name: string;
  readonly entries: readonly {
    readonly gene: string;
    readonly accession: string;
    readonly species: string;
    /** Ids of experiments that found it; empty where the table only counts them. */
    readonly experiments: readonly string[];
    /** Experiments that found it. */
    readonly count: number;
  }[];
  /** Rows about something else than proteins, by what the catalogue calls it. */
  readonly leftOut: readonly { readonly content: string; readonly count: number }[];
}

/** The experiments of a catalogue: what was isolated from what, and how. */
export interface CatalogueExperiments {
  readonly kind: "catalogue experiments";
  readonly name: string;
  readonly experiments: readonly {
    readonly id: string;
    readonly sample: string;
    readonly isolation: readonly string[];
    readonly species: string;
    readonly pubmed: string;
    readonly year: string;
    /** Kinds of molecules that it identified. */
    readonly identified: readonly string[];
    /** What its authors call the vesicles; empty where the table does not say. */
    readonly vesicleType: string;
  }[];
}

export type ProteomeContent = Quantities | GeneSets | ContaminantLibrary | EvCatalogue | CatalogueExperiments;

/** What one file of the proteome room says. */
export interface ProteomeMeasurement extends Measurement {
  readonly content: ProteomeContent;
  /** The runs of quantities: what lines of `samples.csv` are for. Each is a sample of its own until the sheet says otherwise. */
  readonly captures: readonly { readonly name: string; readonly sample: string }[];
}

/** The runs of a content as captures. */
export function capturesOf(content: ProteomeContent): ProteomeMeasurement["captures"] {
  return content.kind === "quantities" ? content.runs.map((name) => ({ name, sample: name })) : [];
}
