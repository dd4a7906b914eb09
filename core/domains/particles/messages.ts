import { type DomainTerms, defineMessages, type Text } from "../../kernel/index.ts";

export const title: Text = { en: "Particles: how many, how large", ja: "粒子：数と大きさ" };

const estimates = defineMessages({
  "particles.concentration": { en: "Concentration", ja: "濃度" },
  "particles.d10": { en: "D10", ja: "D10" },
  "particles.d50": { en: "D50 (median)", ja: "D50（中央値）" },
  "particles.d90": { en: "D90", ja: "D90" },
  "particles.mode": { en: "Mode", ja: "最頻径" },
  "particles.mean": { en: "Mean", ja: "平均径" },
  "particles.sd": { en: "SD", ja: "標準偏差" },
  "particles.span": { en: "Span (D90 − D10)/D50", ja: "スパン (D90 − D10)/D50" },
  "particles.surface.d50": { en: "D50 by surface", ja: "表面積基準 D50" },
  "particles.volume.d50": { en: "D50 by volume", ja: "体積基準 D50" },
  "particles.lognormalMedian": { en: "Median of the log-normal model", ja: "対数正規モデルの中央値" },
  "particles.lognormalSigma": { en: "σ of the log-normal model", ja: "対数正規モデルの σ" },
  "particles.detectedFraction": {
    en: "Fraction above the limit of detection (model)",
    ja: "検出限界を上回る割合（モデル）",
  },
  "particles.modelConcentration": {
    en: "Concentration with the unseen part (model)",
    ja: "見えない部分を含む濃度（モデル）",
  },
  "particles.cv": { en: "CV between captures", ja: "測定間の CV" },
  "particles.blankShare": { en: "Blank over sample, as measured", ja: "試料に対するブランクの比（測定時）" },
  "particles.concentration.blankCorrected": {
    en: "Concentration, blank subtracted",
    ja: "ブランク差引後の濃度",
  },
  "particles.concentration.detectionLimit": {
    en: "Limit of detection (Currie), as measured",
    ja: "検出限界（Currie、測定時）",
  },
  "particles.dilutionSlope": { en: "Slope of the dilution series", ja: "希釈系列の傾き" },
  "particles.dilutionRSquared": { en: "R² of the dilution series", ja: "希釈系列の R²" },
  "particles.dilutionRecovery": { en: "Recovery at one dilution", ja: "各希釈での回収率" },
  "particles.trackCorrected.d50": { en: "D50 corrected for finite tracks", ja: "有限軌跡補正後の D50" },
  "particles.trackCorrected.sd": { en: "SD corrected for finite tracks", ja: "有限軌跡補正後の標準偏差" },
  "particles.groupMean.concentration": {
    en: "Concentration of the condition (geometric mean over donors)",
    ja: "条件の濃度（ドナー間の幾何平均）",
  },
  "particles.groupMean.d50": {
    en: "D50 of the condition (geometric mean over donors)",
    ja: "条件の D50（ドナー間の幾何平均）",
  },
  "particles.groupRatio.concentration": { en: "Ratio of concentrations", ja: "濃度の比" },
  "particles.groupRatio.d50": { en: "Ratio of D50", ja: "D50 の比" },
  "particles.groupP.concentration": {
    en: "p of the ratio of concentrations (Holm)",
    ja: "濃度の比の p 値（Holm 補正）",
  },
  "particles.groupP.d50": { en: "p of the ratio of D50 (Holm)", ja: "D50 の比の p 値（Holm 補正）" },
  "particles.instrumentRatio.concentration": {
    en: "Ratio between instruments inside the common window",
    ja: "共通窓内での装置間の濃度比",
  },
  "particles.instrumentRatio.d50": {
    en: "Ratio of D50 between instruments inside the common window",
    ja: "共通窓内での装置間の D50 比",
  },
  "particles.zAverage": { en: "Z-average (cumulants)", ja: "Z 平均径（キュムラント法）" },
  "particles.polydispersityIndex": {
    en: "Polydispersity index (cumulants)",
    ja: "多分散指数（キュムラント法）",
  },
});

const stated = defineMessages({
  "particles.stated.concentration": { en: "Concentration, as printed", ja: "濃度（印字値）" },
  "particles.stated.originalConcentration": {
    en: "Original concentration, as printed",
    ja: "原試料の濃度（印字値）",
  },
  "particles.stated.mean": { en: "Mean, as printed", ja: "平均径（印字値）" },
  "particles.stated.mode": { en: "Mode, as printed", ja: "最頻径（印字値）" },
  "particles.stated.sd": { en: "SD, as printed", ja: "標準偏差（印字値）" },
  "particles.stated.d10": { en: "D10, as printed", ja: "D10（印字値）" },
  "particles.stated.d50": { en: "D50, as printed", ja: "D50（印字値）" },
  "particles.stated.d90": { en: "D90, as printed", ja: "D90（印字値）" },
  "particles.stated.span": { en: "Span, as printed", ja: "スパン（印字値）" },
  "particles.stated.validTracks": { en: "Valid tracks", ja: "有効軌跡数" },
  "particles.stated.completedTracks": { en: "Completed tracks", ja: "完了軌跡数" },
  "particles.stated.particlesPerFrame": { en: "Particles per frame", ja: "1 フレームあたりの粒子数" },
  "particles.stated.centresPerFrame": { en: "Centres per frame", ja: "1 フレームあたりの輝点数" },
  "particles.stated.zAverage": { en: "Z-average, as printed", ja: "Z 平均径（印字値）" },
  "particles.stated.polydispersityIndex": {
    en: "Polydispersity index, as printed",
    ja: "多分散指数（印字値）",
  },
  "particles.stated.derivedCountRate": { en: "Derived count rate, as printed", ja: "換算計数率（印字値）" },
  "particles.stated.peak1": { en: "Peak 1, as printed", ja: "ピーク 1（印字値）" },
  "particles.stated.peak2": { en: "Peak 2, as printed", ja: "ピーク 2（印字値）" },
  "particles.stated.peak3": { en: "Peak 3, as printed", ja: "ピーク 3（印字値）" },
  "particles.stated.peak1Area": { en: "Area of peak 1, as printed", ja: "ピーク 1 の面積（印字値）" },
  "particles.stated.peak2Area": { en: "Area of peak 2, as printed", ja: "ピーク 2 の面積（印字値）" },
  "particles.stated.peak3Area": { en: "Area of peak 3, as printed", ja: "ピーク 3 の面積（印字値）" },
  "particles.stated.zetaPotential": { en: "Zeta potential, as printed", ja: "ゼータ電位（印字値）" },
  "particles.stated.mobility": { en: "Mobility, as printed", ja: "電気泳動移動度（印字値）" },
  "particles.stated.zetaFwhm": {
    en: "Width of the zeta distribution, as printed",
    ja: "ゼータ電位分布の半値全幅（印字値）",
  },
});

const flags = defineMessages({
  drift: { en: "drift", ja: "ドリフト" },
  low_count: { en: "few tracks", ja: "軌跡が少ない" },
  high_density: { en: "too dense", ja: "粒子密度が高い" },
  "blank>10%": { en: "blank over 10 %", ja: "ブランク 10 % 超" },
  "CV>20%": { en: "CV over 20 %", ja: "CV 20 % 超" },
  nonlinear: { en: "dilution not linear", ja: "希釈直線性なし" },
  T_missing: { en: "no temperature", ja: "温度なし" },
  viscosity_assumed: { en: "viscosity of water assumed", ja: "水の粘度を仮定" },
  truncated_below_dmin: { en: "cut off below the limit of detection", ja: "検出限界以下が欠ける" },
  instrument_fail: { en: "instrument calls it unusable", ja: "装置が使用不可と判定" },
  instrument_caution: { en: "instrument has doubts", ja: "装置の警告あり" },
  dilution_state_unknown: { en: "diluted or original: not known", ja: "希釈液か原試料か不明" },
  captures_without_dilution_left_out: {
    en: "captures without dilution left out",
    ja: "希釈倍率のない測定を除外",
  },
  captures_refused_left_out: {
    en: "captures whose concentration was refused left out",
    ja: "濃度を採用できない測定を除外",
  },
  coincidence_suspected: {
    en: "reads low where diluted least: particles may have been counted together",
    ja: "低希釈側で値が低い：同時計数による数え落としの疑い",
  },
  empty_captures_left_out: {
    en: "captures without particles left out: reads high",
    ja: "粒子のない測定を除外（高めに出る）",
  },
  few_blank_counts: {
    en: "fewer than 10 counts in the blank",
    ja: "ブランクの計数が 10 未満",
  },
  below_blank: { en: "less than the blank", ja: "ブランクより低い" },
  rests_on_unusable_sample: {
    en: "rests on a sample the instrument calls unusable",
    ja: "装置が使用不可とした試料を含む",
  },
  interval_between_captures_only: { en: "interval between captures only", ja: "区間は測定間のみ" },
  mode_at_edge: { en: "mode at the edge", ja: "最頻径が端" },
  mode_tie: { en: "several equal modes", ja: "最頻径が複数" },
  dls_polydispersity_unreliable: {
    en: "polydisperse: cumulants unreliable",
    ja: "多分散：キュムラント法は不確か",
  },
  dls_polydispersity_reject: { en: "too polydisperse", ja: "多分散が大きすぎる" },
  dls_negative_second_cumulant: { en: "negative second cumulant", ja: "2 次キュムラントが負" },
  below_detection_limit: { en: "below the limit of detection", ja: "検出限界未満" },
});

const assumptions = defineMessages({
  tracks_independent: {
    en: "tracks or particles are independent of each other",
    ja: "軌跡（粒子）は互いに独立",
  },
  spheres_stokes_einstein: {
    en: "particles diffuse as spheres in a liquid of the set viscosity",
    ja: "粒子は設定粘度の液体中で球として拡散する",
  },
  counting_interval_is_least: {
    en: "the interval holds counting only: a lower bound of the uncertainty",
    ja: "区間は計数のみによるもので、不確かさの下限",
  },
  captures_exchangeable: {
    en: "captures vary at random around the sample's value",
    ja: "測定値は試料の値のまわりで偶然にばらつく",
  },
  single_capture_no_interval: { en: "one capture only: no interval", ja: "測定が一つだけで区間なし" },
  identical_means_no_interval: {
    en: "no spread to make an interval from: all repeats gave the same",
    ja: "反復がすべて同じ値で、区間を作るばらつきがない",
  },
  between_donor_not_covered: {
    en: "the interval is of this sample: variation between donors is only in the comparison of conditions",
    ja: "区間はこの試料のもので、ドナー間のばらつきは条件の比較にのみ含まれる",
  },
  between_preparation_not_covered: {
    en: "one preparation, or not named for every capture: variation between preparations is not in the interval",
    ja: "単離が一回、または一部の測定に記入なし：単離間のばらつきは区間に含まれない",
  },
  between_measurement_not_covered: {
    en: "one measurement: variation between dilutions and loadings is not in the interval",
    ja: "一回の測定：希釈・充填間のばらつきは区間に含まれない",
  },
  distribution_smoothed_by_software: {
    en: "the instrument's software narrowed and smoothed the distribution (NanoSight FTLA): an interval made from its tracks is too narrow",
    ja: "分布は装置のソフトウェアで平滑化・補正済み（NanoSight FTLA）：軌跡数による区間は狭すぎる",
  },
  dilution_factor_from_sheet: { en: "dilution factor from the sample sheet", ja: "希釈倍率は試料表による" },
  dilution_state_from_second_source: {
    en: "state decided by another file of the same run",
    ja: "同じ測定の別ファイルで判定",
  },
  dilution_state_from_study: {
    en: "study.yaml says what the printed concentration is of; the file does not",
    ja: "印字濃度の種別は study.yaml による（ファイルに記載なし）",
  },
  concentration_taken_as_measured: {
    en: "taken as measured, since the file's words do not decide",
    ja: "ファイルの記載で決まらないため測定時とみなす",
  },
  lognormal_population: {
    en: "the whole population is log-normal in size",
    ja: "粒径の母集団は対数正規分布",
  },
  detection_limit_from_literature: {
    en: "limit of detection of the method from the literature, not of this instrument",
    ja: "検出限界は手法の文献値で、この装置の値ではない",
  },
  detection_limit_from_study: {
    en: "limit of detection as study.yaml gives it",
    ja: "検出限界は study.yaml の値",
  },
  blank_same_settings: {
    en: "the blank was measured with the same settings and diluent",
    ja: "ブランクは同じ設定・同じ希釈液で測定",
  },
  blank_by_condition: { en: "blank shared by the samples of the study", ja: "ブランクは研究の試料に共通" },
  equal_track_model: {
    en: "tracks lose size only by their finite length",
    ja: "粒径の広がりは有限軌跡長のみによる",
  },
  common_window: { en: "only sizes that both instruments can see", ja: "両装置で見える粒径範囲のみ" },
  sphere: { en: "particles diffuse as spheres", ja: "粒子は球として拡散" },
  weighted_by_scattered_intensity: {
    en: "weighted by scattered intensity (sixth power of the diameter)",
    ja: "散乱強度（直径の 6 乗）による重みづけ",
  },
  viscosity_of_water: { en: "viscosity of water at the stated temperature", ja: "粘度は記載温度の水の値" },
  refractive_index_of_water: { en: "refractive index of water, 1.33", ja: "屈折率は水の 1.33" },
});

const methods = defineMessages({
  "t-between-captures": {
    en: "t-interval from the spread between captures",
    ja: "測定間のばらつきによる t 区間",
  },
  "t-between-preparations": {
    en: "t-interval from the spread between preparations",
    ja: "単離間のばらつきによる t 区間",
  },
  "wald-maximum-likelihood": { en: "maximum likelihood, Wald", ja: "最尤法（Wald）" },
});

const qualifiers = defineMessages({
  dilutionState: { en: "concentration of", ja: "濃度の対象" },
  "as measured": { en: "as measured", ja: "測定時" },
  unknown: { en: "not known", ja: "不明" },
  original: { en: "original sample", ja: "原試料" },
  instrument: { en: "instrument", ja: "装置" },
  instruments: { en: "instruments", ja: "装置" },
  window: { en: "window", ja: "粒径の範囲" },
  dilutionFactor: { en: "dilution factor", ja: "希釈倍率" },
  weighting: { en: "weighted by", ja: "重みづけ" },
  number: { en: "number", ja: "個数" },
  surface: { en: "surface", ja: "表面積" },
  volume: { en: "volume", ja: "体積" },
  intensity: { en: "intensity", ja: "散乱強度" },
});

/** Sentences for every id and code that this room's analysis uses. */
export const terms: DomainTerms = {
  estimates: { ...estimates, ...stated },
  flags,
  assumptions,
  intervals: methods,
  qualifiers,
};
