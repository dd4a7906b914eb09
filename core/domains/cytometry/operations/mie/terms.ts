import { defineMessages } from "../../../../kernel/index.ts";

/** Sentences for the flags of scatter calibration and sizing. */
export const scatterFlagTerms = defineMessages({
  scatter_half_angle_at_bound: {
    en: "The fitted half-angle is at the end of the range searched",
    ja: "推定した集光半角が探索範囲の端にある",
  },
  scatter_half_angle_open: {
    en: "The interval of the half-angle runs into the range searched",
    ja: "集光半角の信頼区間が探索範囲の端に達している",
  },
  scatter_beads_disagree: {
    en: "Beads disagree with the theory: R² below 0.99, or one off by more than a factor of 1.25",
    ja: "ビーズの測定値が理論と一致しない（R² が 0.99 未満、または 1.25 倍を超えるずれがある）",
  },
  scatter_slope_off: {
    en: "Signal does not rise in proportion to collected light: slope outside 0.95 to 1.05",
    ja: "信号が集光量に比例していない（傾きが 0.95〜1.05 の外）",
  },
  scatter_equal_weights: {
    en: "Beads weigh equally: no standard deviation is given for each of them",
    ja: "標準偏差がそろっていないため、全ビーズを同じ重みで扱った",
  },
  scatter_no_interval: {
    en: "Too few beads for an interval",
    ja: "ビーズ数が少なく信頼区間を示せない",
  },
  scatter_index_extrapolated: {
    en: "The index of polystyrene is extrapolated: it was measured from 437 to 1,052 nm",
    ja: "ポリスチレンの屈折率は外挿値（実測は 437〜1,052 nm）",
  },
  scatter_flat: {
    en: "The scatter curve is flat here: the diameter is less certain than the signal",
    ja: "散乱曲線が平坦で、直径の不確かさが信号の不確かさより大きい",
  },
  scatter_multivalued: {
    en: "Several diameters give this signal: only their range is told",
    ja: "この信号を与える直径が複数あり、範囲のみを示す",
  },
  scatter_below_curve: {
    en: "Dimmer than the smallest diameter computed",
    ja: "計算した最小直径より暗い",
  },
  scatter_above_curve: {
    en: "Brighter than the largest diameter computed",
    ja: "計算した最大直径より明るい",
  },
  scatter_no_number: { en: "The signal is not a number", ja: "信号が数値ではない" },
});

/** Sentences for the assumptions behind scatter sizes. */
export const scatterAssumptionTerms = defineMessages({
  scatter_sphere: { en: "Particles are spheres", ja: "粒子は球形" },
  scatter_single_particle: {
    en: "One particle at a time is in the laser",
    ja: "レーザー内の粒子は同時に 1 個",
  },
  scatter_linear_detector: { en: "The detector is linear", ja: "検出器の応答は線形" },
  scatter_plane_wave: {
    en: "The laser is a plane wave where the particle passes",
    ja: "粒子の通過位置でレーザー光を平面波とみなす",
  },
  scatter_refractive_index_assumed: {
    en: "The refractive index of the particles is assumed, within the interval stated",
    ja: "粒子の屈折率は仮定値（示した区間内）",
  },
  scatter_bead_values: {
    en: "Diameters and indices of the beads are as stated by their maker",
    ja: "ビーズの直径と屈折率はメーカーの表示値",
  },
  scatter_same_settings: {
    en: "Beads and sample were run at the same settings",
    ja: "ビーズと試料は同じ設定で測定",
  },
});

/** What the interval methods of scatter calibration and sizing are. */
export const scatterIntervalTerms = defineMessages({
  "profile-t": {
    en: "Profile-likelihood interval with the scatter of the beads about the fit (Student's t)",
    ja: "ビーズの残差に基づくプロファイル尤度信頼区間（t 分布）",
  },
  "refractive-index-range": {
    en: "Range of diameters over the refractive indices assumed possible",
    ja: "仮定した屈折率の範囲に対応する直径の範囲",
  },
  "scatter-tolerance": {
    en: "All diameters that give the signal within the tolerance",
    ja: "許容差内でその信号を与えるすべての直径",
  },
});
