import { defineMessages } from "../../../kernel/index.ts";

/** Sentences for the flags that the operations of the particles room put on numbers. */
export const flagTerms = defineMessages({
  below_detection_limit: { en: "Below the detection limit", ja: "検出限界未満" },
  blank_over_limit: {
    en: "The blank is more than 10 % of the sample",
    ja: "ブランクが試料の 10 % を超えている",
  },
  capture_cv_high: {
    en: "Captures differ by a CV above the limit",
    ja: "撮影間の変動係数が基準を超えている",
  },
  coincidence_suspected: {
    en: "The least diluted end reads low: particles may have been counted together",
    ja: "低希釈側の値が低く、同時計数損失の可能性がある",
  },
  dilution_nonlinear: { en: "Concentration does not follow the dilution", ja: "濃度が希釈に比例していない" },
  dilution_state_unknown: {
    en: "It is not known whether the dilution factor is included",
    ja: "希釈倍率が含まれているか不明",
  },
  dls_negative_second_cumulant: {
    en: "The second cumulant is negative: no width can be told",
    ja: "2 次キュムラントが負で、分布幅を評価できない",
  },
  dls_polydispersity_reject: {
    en: "Polydispersity index above 0.7: no Z-average is given",
    ja: "多分散指数が 0.7 を超え、Z 平均径を示さない",
  },
  dls_polydispersity_unreliable: {
    en: "Polydispersity index above 0.4: the Z-average is unreliable",
    ja: "多分散指数が 0.4 を超え、Z 平均径の信頼性が低い",
  },
  few_blanks: {
    en: "Fewer than 60 blanks: the limits are provisional",
    ja: "ブランクが 60 個未満で、限界値は暫定値",
  },
  interval_between_captures_only: {
    en: "The interval covers captures only, not preparations or donors",
    ja: "区間は撮影間のばらつきのみを含み、調製やドナーを含まない",
  },
  mode_at_edge: { en: "The fullest bin is at the end of the range", ja: "最頻ビンが測定範囲の端にある" },
  mode_tie: { en: "Bins apart from each other are equally full", ja: "離れた複数のビンが同じ高さで最大" },
  single_capture: { en: "A single capture", ja: "撮影が 1 回のみ" },
  trps_intercept: {
    en: "The rate does not go through 0 at no pressure",
    ja: "圧力 0 における検出頻度が 0 とみなせない",
  },
  trps_intercept_not_tested: {
    en: "Two pressures cannot tell whether the rate goes through 0",
    ja: "圧力が 2 点のみで切片を検定できない",
  },
  trps_settings_not_compared: {
    en: "Settings of sample and calibrant are not recorded",
    ja: "試料と校正粒子の測定条件が記録されていない",
  },
  truncated_below_dmin: {
    en: "A part of the distribution lies below the detection limit",
    ja: "分布の一部が検出限界より小さい",
  },
});

/** Sentences for the assumptions that the operations name. */
export const assumptionTerms = defineMessages({
  concentration_taken_as_measured: {
    en: "The concentration is taken to be of the diluted sample",
    ja: "濃度を希釈後の試料の値とみなす",
  },
  dilute_without_flow: { en: "Dilute, without flow", ja: "希薄で流れがない" },
  dilution_factor_from_sheet: {
    en: "The dilution factor is that of the sample sheet",
    ja: "希釈倍率は試料表による",
  },
  dilution_state_from_second_source: {
    en: "Another file of the run decides whether the factor is included",
    ja: "倍率が含まれるかを同じ測定の別ファイルで判断",
  },
  independent_displacements: { en: "Displacements of a track are independent", ja: "軌跡の各変位は独立" },
  independent_uncertainties: { en: "Both uncertainties are independent", ja: "両者の不確かさは独立" },
  lognormal_below_detection_limit: {
    en: "The log-normal holds below the detection limit, where nothing was seen",
    ja: "検出限界未満でも対数正規分布に従う",
  },
  low_samples_spread_as_blanks: {
    en: "Low samples spread as the blanks do",
    ja: "低濃度試料のばらつきはブランクと同じ",
  },
  normal_blanks: { en: "Blanks are normally distributed", ja: "ブランクは正規分布" },
  particle_much_smaller_than_pore: {
    en: "Particles are much smaller than the pore",
    ja: "粒子はポアより十分小さい",
  },
  protein_and_particles_of_one_sample: {
    en: "Protein and particles are of the same sample",
    ja: "タンパク質と粒子は同一試料の値",
  },
  refractive_index_of_water: { en: "Refractive index of water, 1.33", ja: "水の屈折率 1.33" },
  sharp_detection_limit: {
    en: "Everything above the detection limit is seen, nothing below",
    ja: "検出限界を境に、上はすべて検出、下は検出されない",
  },
  sizes_inside_bins: { en: "Sizes lie inside the bins", ja: "粒子径はビンの範囲内" },
  sphere: { en: "Particles are spheres", ja: "粒子は球形" },
  track_length_independent_of_size: {
    en: "Track length does not depend on size",
    ja: "軌跡長は粒子径に依存しない",
  },
  viscosity_of_water: { en: "Viscosity of water at the temperature", ja: "その温度における水の粘度" },
  weighted_by_scattered_intensity: { en: "Weighted by scattered intensity", ja: "散乱強度による重み付け" },
});

/** What the interval methods that only this room uses are; the others are those of the statistics. */
export const intervalTerms = defineMessages({
  "t-nested-means-log": {
    en: "t-interval of nested means of logarithms, back on the original scale",
    ja: "対数値の階層平均の t 分布による信頼区間を元の尺度に戻したもの",
  },
  "wald-maximum-likelihood": {
    en: "Wald interval of the maximum-likelihood fit",
    ja: "最尤推定の Wald 信頼区間",
  },
});
