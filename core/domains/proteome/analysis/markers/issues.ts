import { defineIssues } from "../../../../kernel/index.ts";

/** What marker score and contaminant fraction can refuse or doubt. */
export const markerIssues = defineIssues({
  "proteome-score-one-sided": {
    severity: "error",
    message: {
      en: "No score: {enriched} proteins of categories 1 and 2a and {depleted} of categories 3 and 4 are in both fractions, and each set needs one.",
      ja: "スコアを計算できません。両画分で検出されたタンパク質は、カテゴリー1・2aが{enriched}個、カテゴリー3・4が{depleted}個です。それぞれ1個以上必要です。",
    },
    remedy: {
      en: "Look at the markers one by one; a score without one of its sides says nothing.",
      ja: "マーカーを個別に確認してください。片側のない指標には意味がありません。",
    },
  },
  "proteome-score-no-spread": {
    severity: "error",
    message: {
      en: "No score: {n} proteins are in both fractions with values that differ, and at least 3 are needed.",
      ja: "スコアを計算できません。両画分で検出され、値に差のあるタンパク質が{n}個しかありません。3個以上必要です。",
    },
    remedy: {
      en: "Check that both fractions were quantified in the same search.",
      ja: "両画分が同じ検索で定量されたか確認してください。",
    },
  },
  "proteome-score-few-markers": {
    severity: "warning",
    message: {
      en: "The score rests on {enriched} proteins of categories 1 and 2a and {depleted} of categories 3 and 4: fewer than 3 in a set.",
      ja: "スコアの根拠はカテゴリー1・2aの{enriched}個とカテゴリー3・4の{depleted}個で、3個に満たない側があります。",
    },
    remedy: {
      en: "Judge by the single markers.",
      ja: "個々のマーカーで判断してください。",
    },
  },
  "proteome-score-sides-disagree": {
    severity: "warning",
    message: {
      en: "Categories 3a, 3b and 4 do not go one way (mean log2 enrichment {serum}, {aggregates} and {cells}; 0 without markers), and the score mixes them. Against a body fluid, which has few proteins of cells' insides, 3b and 4 can rise with the vesicles.",
      ja: "カテゴリー3a・3b・4の動きが揃っておらず（log2濃縮の平均は{serum}、{aggregates}、{cells}、マーカーなしは0）、スコアはこれらを混ぜたものです。細胞内タンパク質の少ない体液を基準にすると、3bと4はEVとともに増えることがあります。",
    },
    remedy: {
      en: "Read the categories one by one; compare 3b and 4 with a cell lysate.",
      ja: "カテゴリーごとに確認し、3bと4は細胞溶解液と比較してください。",
    },
  },
  "proteome-no-intensity": {
    severity: "error",
    message: {
      en: "Sample {sample} has no intensity above zero: it has no fraction.",
      ja: "試料{sample}には0を超える強度がなく、割合を計算できません。",
    },
    remedy: {
      en: "Check the run, or leave it out.",
      ja: "その測定を確認するか、除外してください。",
    },
  },
  "proteome-negative-intensity": {
    severity: "error",
    message: {
      en: "{n} intensities are negative or infinite: fractions need intensities on the linear scale.",
      ja: "負または無限大の強度が{n}個あります。割合の計算には線形尺度の強度が必要です。",
    },
    remedy: {
      en: "Give intensities that are not logarithms.",
      ja: "対数でない強度を指定してください。",
    },
  },
  "proteome-fraction-at-limit": {
    severity: "warning",
    message: {
      en: "The fraction is 0 or 1 in {n} samples: no interval can be given on the logit scale.",
      ja: "{n}試料で割合が0または1のため、ロジット尺度での区間を示せません。",
    },
    remedy: {
      en: "Read the fractions of the single samples.",
      ja: "試料ごとの割合を確認してください。",
    },
  },
});
