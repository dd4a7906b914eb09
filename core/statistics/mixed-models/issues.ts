import { defineIssues } from "../../kernel/index.ts";

/** What mixed models refuse or doubt. */
export const mixedModelIssues = defineIssues({
  "mixed-model-unreplicated-groups": {
    severity: "error",
    message: {
      en: "{n} values in {groups} groups cannot tell the variance between groups from the variance within them.",
      ja: "{groups} 群の {n} 個の値からは、群間の分散と群内の分散を区別できません。",
    },
    remedy: {
      en: "Use a model without random groups, or measure groups repeatedly; no fixed effect may name each group.",
      ja: "変量効果のないモデルを使うか、同じ群を繰り返し測定してください。各群を固定効果に含めることはできません。",
    },
  },
  "mixed-model-no-residual-spread": {
    severity: "error",
    message: {
      en: "Nothing is left of the values within groups: no variance can be estimated.",
      ja: "群内に残る変動がないため、分散を推定できません。",
    },
    remedy: {
      en: "Check for copied or rounded values, or use a smaller design.",
      ja: "値の複製や丸めがないか確認するか、説明変数を減らしてください。",
    },
  },
  "mixed-model-singular": {
    severity: "warning",
    message: {
      en: "The groups differ no more than their repeats do: the variance between groups is estimated as 0.",
      ja: "群間の差が反復測定の差を超えないため、群間分散の推定値が 0 になりました。",
    },
    remedy: {
      en: "The result is that of a model without groups; with few groups it understates their variance.",
      ja: "結果は群を考慮しないモデルと同じです。群の数が少ないときは群間分散を過小評価します。",
    },
  },
  "mixed-model-not-estimable": {
    severity: "warning",
    message: {
      en: "{n} of {contrasts} contrasts cannot be estimated from the values that are there.",
      ja: "{contrasts} 個の対比のうち {n} 個は、今ある値からは推定できません。",
    },
    remedy: {
      en: "Leave out the covariate that is tied to the contrast, or measure the samples that are missing.",
      ja: "対比と結び付いている共変量を外すか、不足している試料を測定してください。",
    },
  },
});
