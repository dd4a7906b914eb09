import { defineMessages } from "../kernel/index.ts";

/** What each interval method of this folder is, by the name that an interval carries. */
export const intervalMethods = defineMessages({
  "t-mean": { en: "t-interval of the mean", ja: "平均の t 分布による信頼区間" },
  "t-geometric-mean": {
    en: "t-interval of the mean of logarithms, back on the original scale",
    ja: "対数値の平均の t 分布による信頼区間を元の尺度に戻したもの",
  },
  "t-nested-means": {
    en: "t-interval from the spread between the highest replicated level of the design",
    ja: "反復のある最上位の階層間のばらつきに基づく t 分布による信頼区間",
  },
  "t-regression": {
    en: "t-interval of a regression coefficient",
    ja: "回帰係数の t 分布による信頼区間",
  },
  "t-regression-line": {
    en: "t-interval of the fitted line",
    ja: "回帰直線の t 分布による信頼区間",
  },
  "t-prediction": {
    en: "t-interval for one new observation",
    ja: "新しい 1 観測値に対する t 分布による予測区間",
  },
  "t-welch": {
    en: "Welch t-interval of the difference",
    ja: "差の Welch の t 信頼区間",
  },
  "t-welch-ratio": {
    en: "Welch t-interval on the logarithmic scale, as a ratio of geometric means",
    ja: "対数尺度での Welch の t 信頼区間（幾何平均の比）",
  },
  "t-paired": { en: "Paired t-interval of the difference", ja: "対応のある差の t 信頼区間" },
  "t-paired-ratio": {
    en: "Paired t-interval on the logarithmic scale, as a geometric mean of ratios",
    ja: "対数尺度での対応のある t 信頼区間（比の幾何平均）",
  },
  "bootstrap-percentile": {
    en: "Bootstrap percentile interval",
    ja: "ブートストラップのパーセンタイル区間",
  },
  "bootstrap-bca": {
    en: "Bootstrap interval, bias-corrected and accelerated (BCa)",
    ja: "ブートストラップの BCa 区間（偏り補正・加速）",
  },
  "t-between-measurements": {
    en: "t-interval from the spread between measurements",
    ja: "測定回間のばらつきによる t 区間",
  },
  "poisson-exact": {
    en: "Exact Poisson interval of the count (Garwood)",
    ja: "計数の正確なポアソン区間（Garwood）",
  },
  "order-statistics": {
    en: "Interval between order statistics (binomial)",
    ja: "順序統計量による区間（二項分布）",
  },
  "lognormal-propagation": {
    en: "Log-normal interval from both relative uncertainties",
    ja: "両者の相対不確かさによる対数正規区間",
  },
  "fisher-conditional": {
    en: "Exact interval of the odds ratio, given the margins (Fisher)",
    ja: "周辺度数を固定したオッズ比の正確な区間（Fisher）",
  },
  "delta-method": { en: "Propagated from its parts", ja: "各成分からの誤差伝播" },
});
