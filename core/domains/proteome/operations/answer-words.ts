import type { AnswerWord } from "../../../kernel/index.ts";
import { answer } from "../../../statistics/answers.ts";
import { markerIntervalTerms, panelStatusTerms, panelTerms } from "../analysis/markers/terms.ts";

const sentences = Object.fromEntries(
  Object.entries({ ...panelTerms, ...panelStatusTerms, ...markerIntervalTerms }).map(([code, { en, ja }]) => [
    code,
    answer("", en, ja),
  ]),
);

/** What the words are that the answers hold, and the methods of their intervals. */
export const answerWords: Readonly<Record<string, AnswerWord>> = {
  ...sentences,
  exact: answer("", "Exact", "正確"),
  asymptotic: answer("", "Normal approximation", "正規近似"),
  "asymptotic, exact out of reach": answer(
    "",
    "Normal approximation: too many values for the exact one",
    "正規近似（値が多く正確な計算ができない）",
  ),
  "no p value": answer("", "No p value: the values do not vary", "p 値なし（値に差がない）"),
  moments: answer("", "Prior by moments", "積率法による事前分布"),
  "robust-moments": answer(
    "",
    "Prior by moments without outlying variances",
    "外れた分散を除いた積率法による事前分布",
  ),
  likelihood: answer("", "Prior by likelihood", "最尤法による事前分布"),
  none: answer("", "None", "なし"),
  infinite: answer("", "Infinite", "無限大"),
  "by protein": answer("", "By protein", "タンパク質ごと"),
  symbol: answer("", "Symbol", "遺伝子記号"),
  family: answer("", "Family", "族"),
  mandatory: answer("", "Mandatory", "必須"),
  "if applicable": answer("", "If the claims ask for it", "主張の内容によって必要"),
  misev2018: answer("", "MISEV2018", "MISEV2018"),
  misev2023: answer("", "MISEV2023", "MISEV2023"),
  wald_clipped: answer(
    "",
    "A Wald limit lay beyond 0 or 1 and was cut",
    "Wald 区間が 0〜1 を超えたため切り詰めた",
  ),
  no_variance: answer("", "Complete separation: no interval", "完全に分離しているため区間なし"),
  "most-features-unchanged": answer("", "Most proteins do not change", "大多数のタンパク質は変化しない"),
  "same-distribution": answer("", "All samples have one distribution", "全試料の分布は同じ"),
  "bias-depends-on-abundance": answer("", "The bias is a function of abundance", "偏りは存在量の関数である"),
  "affine-response": answer("", "The response is affine", "応答は一次式で表される"),
  "subset-unchanged": answer("", "The core set does not change", "コアセットは変化しない"),
  "factor-proportional": answer("", "Abundance is in proportion to the factor", "存在量は係数に比例する"),
  "t-moderated": answer("", "Moderated t-interval", "モデレート t による区間"),
  "t-satterthwaite": answer(
    "",
    "t-interval, Satterthwaite's degrees of freedom",
    "t 区間（Satterthwaite の自由度）",
  ),
  "t-kenward-roger": answer(
    "",
    "t-interval, Kenward and Roger's degrees of freedom",
    "t 区間（Kenward–Roger の自由度）",
  ),
  "hodges-lehmann-exact": answer(
    "",
    "Interval that inverts the exact rank-sum test",
    "正確な順位和検定に基づく区間",
  ),
  "hodges-lehmann-asymptotic": answer(
    "",
    "Interval that inverts the normal rank-sum test",
    "正規近似の順位和検定に基づく区間",
  ),
  "delong-wald": answer("", "DeLong, Wald interval", "DeLong の Wald 区間"),
  "delong-logit": answer("", "DeLong, on the logit scale", "DeLong のロジット尺度の区間"),
  "delong-paired": answer("", "DeLong, paired difference", "DeLong の対応のある差の区間"),
  wilson: answer("", "Wilson score interval", "Wilson のスコア区間"),
};
