import { type DomainTerms, defineMessages, type Text } from "../../kernel/index.ts";

export const title: Text = {
  en: "Proteome: which proteins, how different, whose contamination",
  ja: "プロテオーム：種類・差・混入",
};

const estimates = defineMessages({
  "proteome.runs": { en: "Runs in the file", ja: "ファイル中の測定" },
  "proteome.rows": { en: "Rows in the file", ja: "ファイルの行数" },
  "proteome.rowsLeftOut": { en: "Rows or cells not taken over", ja: "取り込まなかった行・値" },
  "proteome.proteins": { en: "Proteins in the data set", ja: "データセットのタンパク質数" },
  "proteome.runsUnused": { en: "Runs of no sample", ja: "試料に対応しない測定" },
  "proteome.quantified": { en: "Proteins quantified", ja: "定量されたタンパク質数" },
  "proteome.missingFraction": { en: "Missing values", ja: "欠測の割合" },
  "proteome.markedFraction": {
    en: "Share of the abundance that the producer marks as contaminants",
    ja: "出力元が混入物とした量の割合",
  },
  "proteome.tested": { en: "Proteins tested", ja: "検定したタンパク質数" },
  "proteome.notTested": { en: "Proteins not tested", ja: "検定しなかったタンパク質数" },
  "proteome.significant": { en: "Proteins with q below the limit", ja: "q 値が基準未満のタンパク質数" },
  "proteome.smallestQ": { en: "Smallest q", ja: "最小の q 値" },
  "proteome.largestAuc": { en: "Largest AUC, either way", ja: "最大の AUC（向きを問わず）" },
  "proteome.residualSd": { en: "Residual SD, log2 (median)", ja: "残差 SD（log2、中央値）" },
  "proteome.detectableDifference": {
    en: "Difference that this n finds with 80 % power, log2",
    ja: "この n で検出力 80 % となる差（log2）",
  },
  "proteome.informationLeft": {
    en: "Share of the contrast's information left beside the covariate",
    ja: "共変量を考慮したとき比較に残る情報の割合",
  },
  "proteome.nuisanceSignificant": {
    en: "Proteins with q below the limit for the covariate alone",
    ja: "共変量だけで q 値が基準未満となるタンパク質数",
  },
  "proteome.nuisanceShared": {
    en: "of these, found by the contrast too",
    ja: "うち、比較でも差ありとなるもの",
  },
});

const flags = defineMessages({
  donors_not_recorded: {
    en: "No donors are recorded: samples were counted as donors",
    ja: "ドナーの記録がなく、試料をドナーとして数えた",
  },
  donors_repeat: { en: "Donors have several samples", ja: "同じドナーの試料が複数ある" },
  confounded: { en: "Confounded with another variable", ja: "他の変数と交絡" },
  few_donors: { en: "Fewer than three donors on a side", ja: "一方のドナーが 3 例未満" },
  imputed: { en: "Missing values were imputed", ja: "欠測値を補完" },
  not_normalised: { en: "Not normalised between samples", ja: "試料間で未正規化" },
});

const assumptions = defineMessages({
  donors_are_replicates: { en: "Donors are the replicates", ja: "反復の単位はドナー" },
  normal_residuals: {
    en: "Residuals of log2 abundances are normal",
    ja: "log2 存在量の残差は正規分布に従う",
  },
  variances_from_one_prior: {
    en: "Variances of the proteins come from one scaled inverse chi-square prior",
    ja: "各タンパク質の分散は一つの逆カイ二乗事前分布に従う",
  },
  prior_follows_abundance: {
    en: "The prior variance follows the mean abundance",
    ja: "事前分散は平均存在量に依存する",
  },
  prior_robust: {
    en: "Proteins of outlying variance are moderated less",
    ja: "分散が外れたタンパク質は縮小を弱める",
  },
  equal_block_correlation: {
    en: "Samples of one block are equally correlated in all proteins",
    ja: "同じまとまりの試料の相関はすべてのタンパク質で等しい",
  },
  random_intercept: {
    en: "Each donor has a level of its own, normal between donors",
    ja: "ドナーごとに固有の水準があり、ドナー間で正規分布に従う",
  },
  shift_only: {
    en: "The sides differ by a shift of the distribution",
    ja: "両側の分布は位置だけが異なる",
  },
  rank_sum_normal: {
    en: "Rank sums are normal (continuity correction, ties corrected)",
    ja: "順位和を正規近似（連続性・同順位の補正あり）",
  },
  rank_sum_exact_if_small: {
    en: "Rank sums are exact below 50 samples a side without ties, else normal",
    ja: "順位和は各側 50 試料未満で同順位なしなら厳密、それ以外は正規近似",
  },
  missing_at_random_in_test: {
    en: "Values are missing regardless of their size, given the side",
    ja: "欠測は（側が同じなら）値の大きさによらない",
  },
});

const qualifiers = defineMessages({
  covariate: { en: "covariate", ja: "共変量" },
  reason: { en: "because", ja: "理由" },
  rows: { en: "of", ja: "種類" },
  protein: { en: "proteins", ja: "タンパク質" },
  peptide: { en: "peptides", ja: "ペプチド" },
  precursor: { en: "precursors", ja: "プリカーサー" },
  fragment: { en: "fragments", ja: "フラグメント" },
  dataSet: { en: "data set", ja: "データセット" },
  decoy: { en: "decoy", ja: "デコイ" },
  contaminant: { en: "contaminant", ja: "混入物" },
  "only identified by site": { en: "only identified by site", ja: "修飾部位のみで同定" },
  "nothing observed": { en: "nothing observed", ja: "観測なし" },
  "observed in too few samples": { en: "observed in too few samples", ja: "観測試料数の不足" },
  "no spread": { en: "no spread", ja: "ばらつきなし" },
  "above the producer's q-value limit": {
    en: "above the producer's q-value limit",
    ja: "出力元の q 値の基準を超過",
  },
  "not the master protein of its group": {
    en: "not the master protein of its group",
    ja: "グループの代表でない",
  },
  "line with another number of cells": { en: "line with another number of cells", ja: "セル数の異なる行" },
  "no protein named": { en: "no protein named", ja: "タンパク質名なし" },
  "infinite or negative": { en: "infinite or negative", ja: "無限大または負" },
  "not a number": { en: "not a number", ja: "数値でない" },
  "second value for the same protein and run": {
    en: "second value for the same protein and run",
    ja: "同じタンパク質・測定の 2 つ目の値",
  },
});

/** Sentences for every id and code that this domain's estimates use. */
export const terms: DomainTerms = { estimates, flags, assumptions, intervals: {}, qualifiers };

/** What steps of the analysis do. */
export const analysisSteps = defineMessages({
  "proteome.dataSet": {
    en: "Join runs to samples, log2, average repeats",
    ja: "測定を試料に対応づけ、log2 変換し、反復を平均",
  },
  "proteome.contrast": { en: "Compare two sides, protein by protein", ja: "両側をタンパク質ごとに比較" },
});
