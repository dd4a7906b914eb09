import { defineMessages } from "../../../../kernel/index.ts";

/** Sentences for the flags of bead peaks, calibrated values and multiplex beads. */
export const beadFlagTerms = defineMessages({
  saturated: { en: "At the top of the detector", ja: "検出器の上限で飽和" },
  near_saturation: { en: "Reaches the uppermost part of the detector", ja: "検出器の上限付近に達している" },
  at_floor: { en: "Reaches the least value of the detector", ja: "検出器の下限に達している" },
  unresolved: { en: "Less than 2 SD from another population", ja: "他の集団との距離が 2 SD 未満" },
  overlapping: { en: "Less than 3 SD from another population", ja: "他の集団との距離が 3 SD 未満" },
  merged: { en: "Holds more than one population", ja: "複数の集団を含む" },
  imprecise: { en: "The median is known to no better than a fifth", ja: "中央値の信頼区間が 20 % より広い" },
  few_events: { en: "Fewer than 50 events", ja: "イベントが 50 個未満" },
  slope_outside: {
    en: "The log-log slope is outside 0.95 to 1.05",
    ja: "両対数の傾きが 0.95〜1.05 の範囲外",
  },
  fit_poor: { en: "R² of the calibration is below 0.99", ja: "校正の R² が 0.99 未満" },
  few_beads: { en: "Three beads only", ja: "ビーズが 3 集団のみ" },
  below_lowest_bead: { en: "Below the dimmest bead: extrapolated", ja: "最も暗いビーズより低い（外挿）" },
  above_highest_bead: {
    en: "Above the brightest bead: extrapolated",
    ja: "最も明るいビーズより高い（外挿）",
  },
  not_calibratable: { en: "0 or negative: has no calibrated value", ja: "0 以下のため校正値がない" },
  below_control: { en: "Below the control", ja: "対照より低い" },
});

/** Sentences for the assumptions that bead work makes. */
export const beadAssumptionTerms = defineMessages({
  beads_mixed_evenly: {
    en: "The bead populations are mixed in equal numbers",
    ja: "ビーズの各集団は同数で混合されている",
  },
  beads_at_sample_settings: {
    en: "Beads and samples were measured at the same settings",
    ja: "ビーズと試料は同じ設定で測定",
  },
  detector_linear: { en: "The detector is linear over the beads", ja: "検出器はビーズの範囲で直線的" },
  one_antibody_per_epitope: { en: "One antibody binds each epitope", ja: "抗体は各エピトープに 1 分子結合" },
  dye_proportional_to_surface: {
    en: "Membrane dye is proportional to the surface, and the particle is a sphere",
    ja: "膜染色は表面積に比例し、粒子は球形",
  },
  independent_limit_and_curve: {
    en: "The blank and the calibration are independent",
    ja: "ブランクと校正は独立",
  },
});

/** What the interval methods are that only bead work uses. */
export const beadIntervalTerms = defineMessages({
  woodruff: {
    en: "Interval of a weighted quantile (Woodruff)",
    ja: "重み付き分位点の信頼区間（Woodruff）",
  },
  "quantiles-asymptotic": {
    en: "Large-sample interval of a sum of quantiles",
    ja: "分位点の和の漸近信頼区間",
  },
});
