/** A condition and how many donors it has. */
export interface TwinSide {
  readonly condition: string;
  readonly donors: number;
}

/** What a share of the proteins shifts by in the second batch, log2, and how the batches stand to the conditions. */
export interface BatchTruth {
  readonly share: number;
  readonly effect: number;
  /** 0: half of each condition in each batch; 1: every condition in a batch of its own. */
  readonly confounding: number;
}

/** A share of each sample's abundance, and the standard deviation of its logit between samples. */
export interface LoadTruth {
  readonly share: number;
  readonly sd: number;
}

/** What the proteome is and how it was measured. All but `seed` has a default. */
export interface ProteomeTruth {
  readonly seed: number;
  /** Proteins of the vesicles, without those of the loads. */
  readonly proteins: number;
  /** Two or more; the first is the reference that fold changes are against. */
  readonly sides: readonly TwinSide[];
  /** Whether the same donors give a sample of each condition. */
  readonly pairedDonors: boolean;
  /** Samples of one donor and condition. */
  readonly samplesPerDonor: number;
  /** Runs of one sample: technical repeats. */
  readonly runsPerSample: number;
  /** Share of the proteins that differ, and by how much in log2, half of them up. */
  readonly changed: { readonly share: number; readonly log2FoldChange: number };
  /** Of proteins, log2. */
  readonly abundance: { readonly mean: number; readonly sd: number };
  /** Standard deviation between samples, log2; variances of proteins are scaled inverse chi-squared with `df`, equal where it is infinite. */
  readonly residual: { readonly sd: number; readonly df: number };
  /** Between donors and between runs of a sample, log2. */
  readonly donorSd: number;
  readonly runSd: number;
  readonly batch: BatchTruth | null;
  /** Rows that the producer marks (`CON__`). */
  readonly contaminants: LoadTruth | null;
  /** Lipoproteins and serum proteins, category 3a. */
  readonly serum: LoadTruth | null;
  /** Rows of the reversed database. */
  readonly decoys: number;
  /** Chance that a value is seen: (1 - random) / (1 + exp(-slope (log2 - midpoint))); slope 0 where size does not matter. */
  readonly detection: { readonly midpoint: number; readonly slope: number; readonly random: number };
}

export const proteomeDefaults: Omit<ProteomeTruth, "seed"> = {
  proteins: 400,
  sides: [
    { condition: "control", donors: 4 },
    { condition: "case", donors: 4 },
  ],
  pairedDonors: false,
  samplesPerDonor: 1,
  runsPerSample: 1,
  changed: { share: 0.1, log2FoldChange: 1.5 },
  abundance: { mean: 26, sd: 2 },
  residual: { sd: 0.3, df: 8 },
  donorSd: 0.3,
  runSd: 0.1,
  batch: null,
  contaminants: { share: 0.05, sd: 0.3 },
  serum: { share: 0.1, sd: 0.3 },
  decoys: 6,
  detection: { midpoint: 22, slope: 1.5, random: 0.02 },
};

export type TwinKind = "vesicle" | "serum" | "contaminant" | "decoy";

/** One row of the files, and what is true of it. */
export interface TwinProtein {
  readonly accession: string;
  /** Empty for decoys. */
  readonly gene: string;
  readonly description: string;
  readonly organism: string;
  readonly kind: TwinKind;
  readonly length: number;
  /** By condition against the first, log2; 0 for all but vesicle proteins. */
  readonly log2FoldChange: readonly number[];
  /** Shift in the second batch, log2. */
  readonly batchEffect: number;
}

/** One sample and what is true of it. */
export interface TwinSample {
  readonly name: string;
  readonly condition: string;
  readonly donor: string;
  /** Empty where the truth has no batches. */
  readonly batch: string;
  readonly runs: readonly string[];
  /** True shares of the abundance, by kind, among the values that are in the file. */
  readonly loads: Readonly<Record<"contaminant" | "serum", number>>;
}

/** A proteome of known truth as an instrument saw it. */
export interface ProteomeTwin {
  readonly truth: ProteomeTruth;
  readonly proteins: readonly TwinProtein[];
  readonly samples: readonly TwinSample[];
  readonly runs: readonly string[];
  /** log2, proteins x runs, as if everything had been seen. */
  readonly complete: Float64Array;
  /** The same with NaN where nothing was seen. */
  readonly seen: Float64Array;
}
