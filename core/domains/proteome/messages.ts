import { type DomainTerms, defineMessages, type Text } from "../../kernel/index.ts";
import { designAssumptions, designFlags, intervalMethods } from "../../statistics/index.ts";
import { enrichmentTerms } from "./analysis/comparison/terms.ts";
import { markerIntervalTerms } from "./analysis/markers/terms.ts";
import { tableTerms } from "./analysis/table-terms.ts";

export const title: Text = {
  en: "Proteome: which proteins, how different, whose contamination",
  ja: "プロテオーム：種類・差・混入",
};

const estimates = defineMessages({
  "proteome.runs": { en: "Runs in the file", ja: "ファイル中の測定" },
  "proteome.rows": { en: "Rows in the file", ja: "ファイルの行数" },
  "proteome.rowsLeftOut": { en: "Rows or cells not taken over", ja: "取り込まなかった行・値" },
  "proteome.proteins": { en: "Proteins in the data set", ja: "データセットのタンパク質数" },
  "proteome.decoys": { en: "Decoy rows, not used", ja: "デコイの行（不使用）" },
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
  "proteome.significantIfIndependent": {
    en: "Proteins called different if every sample were a donor of its own (not valid)",
    ja: "各試料を別のドナーとみなした場合に差ありとなるタンパク質（妥当ではない）",
  },
  "proteome.nuisanceSignificant": {
    en: "Proteins with q below the limit for the covariate alone",
    ja: "共変量だけで q 値が基準未満となるタンパク質数",
  },
  "proteome.missingOverall": { en: "Missing values, all samples", ja: "全試料での欠測の割合" },
  "proteome.complete": { en: "Proteins observed in every sample", ja: "全試料で観測されたタンパク質数" },
  "proteome.neverObserved": {
    en: "Proteins observed in no sample",
    ja: "一度も観測されなかったタンパク質数",
  },
  "proteome.detectionSlope": {
    en: "Change of the log odds of detection per log2 unit of abundance",
    ja: "存在量（log2）1 あたりの検出の対数オッズの変化",
  },
  "proteome.offset": { en: "Subtracted in normalisation, log2", ja: "正規化で引いた値（log2）" },
  "proteome.imputedFraction": { en: "Values imputed", ja: "補完した値の割合" },
  "proteome.categoryFraction": {
    en: "Share of the abundance in a protein category",
    ja: "タンパク質分類が占める量の割合",
  },
  "proteome.libraryFraction": {
    en: "Share of the abundance in a contaminant library",
    ja: "混入物ライブラリーが占める量の割合",
  },
  "proteome.markersFound": { en: "Marker proteins found", ja: "検出されたマーカーの数" },
  "proteome.enrichmentClass": { en: "Proteins by class", ja: "区分ごとのタンパク質数" },
  "proteome.markerScore": {
    en: "Marker score: vesicle less non-vesicle markers (mean z)",
    ja: "マーカースコア（小胞と非小胞の平均 z の差）",
  },
  "proteome.markerScore.vesicle": {
    en: "Mean z of vesicle markers (categories 1, 2a)",
    ja: "小胞マーカー（分類 1・2a）の平均 z",
  },
  "proteome.markerScore.nonVesicle": {
    en: "Mean z of non-vesicle markers (categories 3, 4)",
    ja: "非小胞マーカー（分類 3・4）の平均 z",
  },
  "proteome.markerScore.vesicleMarkers": { en: "Vesicle markers in both", ja: "両方にある小胞マーカーの数" },
  "proteome.markerScore.nonVesicleMarkers": {
    en: "Non-vesicle markers in both",
    ja: "両方にある非小胞マーカーの数",
  },
  "proteome.identified": { en: "Proteins found", ja: "検出されたタンパク質数" },
  "proteome.identifiedUnion": { en: "Proteins found in any condition", ja: "いずれかの条件で検出された数" },
  "proteome.identifiedShared": { en: "Proteins found in both", ja: "両方で検出された数" },
  "proteome.jaccard": { en: "Jaccard index of the proteins found", ja: "検出タンパク質の Jaccard 係数" },
  "proteome.catalogueShare": { en: "Proteins that are in the catalogue", ja: "カタログにある割合" },
  "proteome.catalogueExpected": {
    en: "The same for a random proteome of this size",
    ja: "同じ大きさの無作為なプロテオームでの割合",
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
  few_donors: designFlags.few_donors,
  imputed: { en: "Missing values were imputed", ja: "欠測値を補完" },
  union_says_little: {
    en: "The catalogue covers most of the background: a hit says little",
    ja: "カタログが背景の大半を含み、一致はほとんど意味を持たない",
  },
  not_normalised: { en: "Not normalised between samples", ja: "試料間で未正規化" },
});

const assumptions = defineMessages({
  donors_are_replicates: designAssumptions.donors_are_replicates,
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
  repeats_averaged: {
    en: "Samples of one donor on one side were averaged first",
    ja: "各側で同じドナーの試料は先に平均した",
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
  intensity_is_amount: {
    en: "Intensities of proteins are proportional to their amounts, alike for all",
    ja: "強度はどのタンパク質でも同じ比例で量を表す",
  },
  marker_score_is_ours: {
    en: "The score is a definition of this project, not of the field",
    ja: "このスコアは本プロジェクトの定義で、分野の標準ではない",
  },
  background_counted: {
    en: "All proteins of the background are as likely to be found",
    ja: "背景のどのタンパク質も同じ確率で検出される",
  },
  logistic_detection: {
    en: "The log odds of detection are a line in the mean abundance",
    ja: "検出の対数オッズは平均存在量の一次式",
  },
  genes_exchangeable: {
    en: "Genes are exchangeable; their correlation makes p too small",
    ja: "遺伝子は交換可能。相関があると p 値は小さくなりすぎる",
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
  category: { en: "category", ja: "分類" },
  library: { en: "library", ja: "ライブラリー" },
  catalogue: { en: "catalogue", ja: "カタログ" },
  in: { en: "in", ja: "対象" },
  union: { en: "all experiments", ja: "全実験" },
  chosen: { en: "experiments like this study", ja: "本研究と同様の実験" },
  version: { en: "version", ja: "版" },
  misev2018: { en: "MISEV2018", ja: "MISEV2018" },
  misev2023: { en: "MISEV2023 (numbering unverified)", ja: "MISEV2023（番号は未確認）" },
  class: { en: "class", ja: "区分" },
  missing: { en: "missing values:", ja: "欠測" },
  "consistent with left-censoring": { en: "consistent with left-censoring", ja: "左側打ち切りと整合" },
  "no relation with abundance seen": {
    en: "no relation with abundance seen",
    ja: "存在量との関係は見られない",
  },
  "cannot be told": { en: "cannot be told", ja: "判断できない" },
  ...enrichmentTerms,
  "category=1": { en: "1: transmembrane, GPI", ja: "1：膜貫通・GPI" },
  "category=2": { en: "2: cytosolic", ja: "2：細胞質" },
  "category=3": { en: "3: co-isolated, not of vesicles", ja: "3：共単離される非小胞成分" },
  "category=4": { en: "4: other compartments", ja: "4：他の細胞内区画" },
  "category=5": { en: "5: secreted", ja: "5：分泌タンパク質" },
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
export const terms: DomainTerms = {
  estimates,
  flags,
  assumptions,
  intervals: { ...markerIntervalTerms, "t-regression": intervalMethods["t-regression"] },
  qualifiers,
  tables: tableTerms,
};

/** What steps of the analysis do. */
export const analysisSteps = defineMessages({
  "proteome.dataSet": {
    en: "Join runs to samples, log2, average repeats",
    ja: "測定を試料に対応づけ、log2 変換し、反復を平均",
  },
  "proteome.normalise": { en: "Normalise between samples", ja: "試料間の正規化" },
  "proteome.impute": { en: "Impute missing values", ja: "欠測値の補完" },
  "proteome.enrichment": { en: "Gene sets in a contrast", ja: "比較における遺伝子集合" },
  "proteome.missingness": { en: "What missing values depend on", ja: "欠測の要因" },
  "proteome.purity": { en: "Shares of marker categories and contaminants", ja: "マーカー分類と混入物の割合" },
  "proteome.markers": { en: "Find marker proteins", ja: "マーカータンパク質の検索" },
  "proteome.overlap": { en: "Compare what conditions have", ja: "条件間の検出タンパク質の比較" },
  "proteome.sourceComparison": { en: "Compare vesicles with their source", ja: "小胞と由来試料の比較" },
  "proteome.catalogue": { en: "Look up in a vesicle catalogue", ja: "小胞カタログとの照合" },
  "proteome.contrast": { en: "Compare two sides, protein by protein", ja: "両側をタンパク質ごとに比較" },
});
