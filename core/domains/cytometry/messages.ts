import { type DomainTerms, defineMessages, type Text } from "../../kernel/index.ts";
import { designAssumptions, designFlags, intervalMethods } from "../../statistics/index.ts";
import { beadAssumptionTerms, beadFlagTerms, beadIntervalTerms } from "./operations/beads/terms.ts";
import { compensationTerms } from "./operations/compensation/terms.ts";
import {
  gateAssumptionTerms,
  gateEstimateTerms,
  gateFlagTerms,
  gateIntervalTerms,
  gateQualifierTerms,
} from "./operations/gates/terms.ts";
import { scatterAssumptionTerms, scatterFlagTerms, scatterIntervalTerms } from "./operations/mie/terms.ts";
import {
  vesicleAssumptionTerms,
  vesicleEstimateTerms,
  vesicleFlagTerms,
  vesicleIntervalTerms,
  vesicleQualifierTerms,
} from "./operations/vesicles/terms.ts";

export const title: Text = { en: "Flow cytometry of single particles", ja: "単一粒子フローサイトメトリー" };

/** Steps of the analysis that are no operation for people. */
export const analysisSteps = defineMessages({
  "cytometry.eventCounts": {
    en: "Streams the events of a data set once: compensation, gates, counts, medians and spectra of every channel",
    ja: "データセットの全イベントを一度だけ読み、補正・ゲート・計数・各チャンネルの中央値と分布を求める",
  },
  "cytometry.bufferShare": {
    en: "Event rate of the buffer control over that of the sample",
    ja: "試料に対する緩衝液のイベントレート比を求める",
  },
  "cytometry.positiveConcentration": {
    en: "Concentration of the sample times its positive fraction",
    ja: "試料の濃度に陽性率を掛ける",
  },
  "cytometry.groupComparison": {
    en: "Compares conditions with donors as the replicates",
    ja: "ドナーを反復として条件間を比較する",
  },
});

const estimates = defineMessages({
  "cytometry.stated.volume": { en: "Acquired volume, stated", ja: "測定体積（記載値）" },
  "cytometry.events": { en: "Events", ja: "イベント数" },
  "cytometry.eventsNotUsable": {
    en: "Events without finite values, left out",
    ja: "有限の値でなく除いたイベント",
  },
  "cytometry.eventRate": { en: "Event rate", ja: "イベントレート" },
  "cytometry.median": { en: "Median", ja: "中央値" },
  "cytometry.unsteadyShare": {
    en: "Share of events in stretches of unsteady flow",
    ja: "流れの乱れた時間帯のイベントの割合",
  },
  "cytometry.beadMedian": { en: "Median of a bead peak", ja: "ビーズピークの中央値" },
  "cytometry.detectionLimit": { en: "Detection limit", ja: "検出限界" },
  "cytometry.detectableBrightness": { en: "Least detectable brightness", ja: "検出できる最小輝度" },
  "cytometry.detectableDiameter": { en: "Least detectable diameter", ja: "検出できる最小直径" },
  "cytometry.calibrationSlope": {
    en: "Slope of the brightness calibration (log-log)",
    ja: "輝度校正の傾き（両対数）",
  },
  "cytometry.calibrationIntercept": {
    en: "Intercept of the brightness calibration (log10)",
    ja: "輝度校正の切片（log10）",
  },
  "cytometry.calibrationOffset": {
    en: "The beads' own fluorescence, by the calibration",
    ja: "校正で求めたビーズの自家蛍光",
  },
  "cytometry.calibrationRSquared": { en: "R² of the brightness calibration", ja: "輝度校正の R²" },
  "cytometry.halfAngle": { en: "Collection half-angle", ja: "集光半角" },
  "cytometry.scatterGain": {
    en: "Scatter signal per collected cross-section",
    ja: "集光断面積あたりの散乱シグナル",
  },
  "cytometry.scatterRSquared": { en: "R² of the scatter calibration", ja: "散乱校正の R²" },
  "cytometry.positiveConcentration": { en: "Concentration of positives", ja: "陽性粒子の濃度" },
  "cytometry.brightness": { en: "Median brightness of positives", ja: "陽性粒子の輝度（中央値）" },
  "cytometry.d10": { en: "D10 (scatter)", ja: "D10（散乱）" },
  "cytometry.d50": { en: "Median diameter (scatter)", ja: "直径の中央値（散乱）" },
  "cytometry.d90": { en: "D90 (scatter)", ja: "D90（散乱）" },
  "cytometry.groupMean.concentration": {
    en: "Geometric mean concentration of the condition",
    ja: "条件ごとの濃度の幾何平均",
  },
  "cytometry.groupRatio.concentration": { en: "Ratio of concentrations", ja: "濃度の比" },
  "cytometry.groupP.concentration": {
    en: "p-value of the ratio of concentrations (Holm)",
    ja: "濃度の比の p 値（Holm 補正）",
  },
  "cytometry.groupFraction": { en: "Positive fraction of the condition", ja: "条件ごとの陽性率" },
  "cytometry.groupOddsRatio": { en: "Odds ratio of being positive", ja: "陽性のオッズ比" },
  "cytometry.groupOddsP": { en: "p-value of the odds ratio (Holm)", ja: "オッズ比の p 値（Holm 補正）" },
  "cytometry.analyteMedian": {
    en: "Median reporter of an analyte's beads",
    ja: "分析対象ビーズのレポーター中央値",
  },
  "cytometry.analyteRelative": {
    en: "Analyte relative to the reference markers",
    ja: "参照マーカーに対する相対値",
  },
});

const flags = defineMessages({
  arbitrary_units: {
    en: "in arbitrary units: not comparable with another instrument or setting",
    ja: "任意単位であり、他の装置や設定とは比較できない",
  },
  flow_unsteady: { en: "the event rate was unsteady", ja: "イベントレートが不安定" },
  files_without_dilution_left_out: {
    en: "files without a dilution factor were left out",
    ja: "希釈倍率のないファイルを除いた",
  },
  no_control_subtracted: { en: "no control was subtracted", ja: "対照を差し引いていない" },
  control_of_other_sample: {
    en: "the control is of another sample",
    ja: "対照が別の試料のもの",
  },
  threshold_from_buffer: {
    en: "the threshold is from buffer, which holds no unstained particles",
    ja: "しきい値が緩衝液によるもので、未染色の粒子を含まない",
  },
});

const assumptions = defineMessages({
  blank_median_and_spread: {
    en: "limit: median of the blank and three robust SD",
    ja: "検出限界はブランクの中央値＋頑健 SD の 3 倍",
  },
  bead_values_as_assigned: {
    en: "the maker's bead values are right, and the beads behave as the dye on particles does",
    ja: "ビーズの値付けが正しく、粒子上の色素と同様に振る舞う",
  },
  median_on_grid: {
    en: "median interpolated on a grid of 32 steps an octave",
    ja: "中央値は 1 オクターブ 32 段の格子上で補間",
  },
  peaks_found_automatically: { en: "bead peaks found automatically", ja: "ビーズピークは自動検出" },
  peaks_set_by_hand: { en: "bead peaks set by hand", ja: "ビーズピークは手動指定" },
  bead_classes_in_order: {
    en: "bead classes from dim to bright are the analytes in the order given",
    ja: "ビーズは暗い順に、記載した分析対象に対応",
  },
  beads_are_spheres: {
    en: "beads are homogeneous spheres of the stated diameter",
    ja: "ビーズは記載の直径の均質な球",
  },
  bead_index_polystyrene: {
    en: "the beads are polystyrene, with the index of the literature",
    ja: "ビーズはポリスチレンで、屈折率は文献値",
  },
  particles_independent: {
    en: "particles come independently of one another",
    ja: "粒子は互いに独立に通過する",
  },
  bead_index_as_given: { en: "refractive index of the beads as given", ja: "ビーズの屈折率は指定値" },
  round_aperture: { en: "light is collected through a round aperture", ja: "集光開口は円形" },
  vesicle_core_shell: {
    en: "particles are vesicles of a core and a shell",
    ja: "粒子はコアと殻からなる小胞",
  },
  index_as_assumed: {
    en: "refractive indices as assumed; the range shows the stated span of the core's",
    ja: "屈折率は仮定値。範囲はコア屈折率の幅を反映",
  },
});

const intervals = defineMessages({
  "median-and-calibration": {
    en: "order statistics of the median, and the calibration, on the logarithmic scale",
    ja: "中央値の順序統計量と校正の不確かさ（対数尺度）",
  },
  "limit-through-curve": {
    en: "interval of the limit, through the calibration curve",
    ja: "検出限界の区間を校正曲線で変換",
  },
  "refractive-index-range": {
    en: "range over the assumed refractive indices, and over all diameters of the signal",
    ja: "仮定した屈折率の幅と、同じシグナルを与える直径の範囲",
  },
});

const sharedIntervals = Object.fromEntries(
  (
    [
      "t-regression",
      "t-welch-ratio",
      "t-paired-ratio",
      "t-geometric-mean",
      "t-between-measurements",
      "poisson-exact",
      "order-statistics",
      "lognormal-propagation",
    ] as const
  ).map((method) => [method, intervalMethods[method]]),
);

const qualifiers = defineMessages({
  control: { en: "control", ja: "対照" },
  beads: { en: "beads", ja: "ビーズ" },
  peak: { en: "peak", ja: "ピーク" },
  beadUnit: { en: "bead unit", ja: "ビーズの単位" },
  of: { en: "of", ja: "対象" },
  positives: { en: "positives", ja: "陽性粒子" },
  thresholdFrom: { en: "origin of the threshold", ja: "しきい値の由来" },
  instrument: { en: "instrument", ja: "装置" },
  dataSet: { en: "data set", ja: "データセット" },
  relativeTo: { en: "relative to", ja: "基準" },
  analyte: { en: "analyte", ja: "分析対象" },
  "study.yaml": { en: "study.yaml", ja: "study.yaml" },
  buffer: { en: "buffer only", ja: "緩衝液のみ" },
  reagent: { en: "buffer with reagent", ja: "緩衝液＋試薬" },
  unstained: { en: "unstained", ja: "未染色" },
  fmo: { en: "fluorescence minus one", ja: "FMO（この色素以外）" },
  isotype: { en: "isotype", ja: "アイソタイプ" },
});

/** Sentences for every id and code that this room's estimates use. */
export const terms: DomainTerms = {
  estimates: { ...vesicleEstimateTerms, ...gateEstimateTerms, ...estimates },
  flags: {
    ...designFlags,
    ...beadFlagTerms,
    ...vesicleFlagTerms,
    ...gateFlagTerms,
    ...scatterFlagTerms,
    ...flags,
  },
  assumptions: {
    ...designAssumptions,
    ...compensationTerms,
    ...beadAssumptionTerms,
    ...vesicleAssumptionTerms,
    ...gateAssumptionTerms,
    ...scatterAssumptionTerms,
    ...assumptions,
  },
  intervals: {
    ...sharedIntervals,
    ...beadIntervalTerms,
    ...vesicleIntervalTerms,
    ...gateIntervalTerms,
    ...scatterIntervalTerms,
    ...intervals,
  },
  qualifiers: { ...vesicleQualifierTerms, ...gateQualifierTerms, ...qualifiers },
};
