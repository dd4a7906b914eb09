import type { AnswerWord } from "../kernel/index.ts";

/** What a member of an answer is, with its UCUM unit; empty for none. */
export function answer(unit: string, en: string, ja: string): AnswerWord {
  return { unit, words: { en, ja } };
}

/** Members of answers that mean the same in every room. */
export const commonAnswers: Readonly<Record<string, AnswerWord>> = {
  n: answer("", "Number", "個数"),
  mean: answer("", "Mean", "平均"),
  sd: answer("", "SD", "標準偏差"),
  se: answer("", "Standard error", "標準誤差"),
  cv: answer("", "CV", "変動係数"),
  median: answer("", "Median", "中央値"),
  mode: answer("", "Mode", "最頻値"),
  value: answer("", "Value", "値"),
  interval: answer("", "Interval", "区間"),
  intervals: answer("", "Intervals", "区間"),
  lower: answer("", "Lower limit", "下限"),
  upper: answer("", "Upper limit", "上限"),
  flags: answer("", "Doubts", "フラグ"),
  assumptions: answer("", "Assumptions", "仮定"),
  bound: answer("", "Limit", "上限・下限の別"),
  unit: answer("", "Unit", "単位"),
  level: answer("", "Level", "階層"),
  group: answer("", "Group", "群"),
  groups: answer("", "Groups", "群"),
  reference: answer("", "Compared with", "比較の基準"),
  ratio: answer("", "Ratio", "比"),
  p: answer("", "P value", "p 値"),
  pHolm: answer("", "P value, Holm-adjusted", "p 値（Holm 補正）"),
  df: answer("", "Degrees of freedom", "自由度"),
  slope: answer("", "Slope", "傾き"),
  intercept: answer("", "Intercept", "切片"),
  rSquared: answer("", "R2", "決定係数"),
  residual: answer("", "Residual", "残差"),
  residuals: answer("", "Residuals", "残差"),
  residualSd: answer("", "SD of the residuals", "残差の標準偏差"),
  fraction: answer("", "Fraction", "割合"),
  donor: answer("", "Donor", "ドナー"),
  donors: answer("", "Donors", "ドナー"),
  dilution: answer("", "Dilution factor", "希釈倍率"),
  dilutions: answer("", "Dilutions", "希釈"),
  basis: answer("", "Basis", "根拠の種別"),
  method: answer("", "Method", "方法"),
  values: answer("", "Values", "値"),
  asMeasured: answer("{particles}/mL", "Concentration as measured", "測定時濃度"),
  original: answer("{particles}/mL", "Concentration of the original sample", "原試料濃度"),
  detectionLimit: answer("", "Detection limit", "検出限界"),
};
