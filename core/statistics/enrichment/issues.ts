import { defineIssues } from "../../kernel/index.ts";

/** What enrichment analyses refuse or doubt. */
export const enrichmentIssues = defineIssues({
  "enrichment-no-background": {
    severity: "error",
    message: {
      en: "No background is given: which genes or proteins could have been found is unknown.",
      ja: "背景集合がありません。検出され得た遺伝子・タンパク質が不明です。",
    },
    remedy: {
      en: "Give all genes or proteins that were detected and tested, not those of the whole genome.",
      ja: "全ゲノムではなく、検出して検定したすべての遺伝子・タンパク質を指定してください。",
    },
  },
  "enrichment-hits-outside-background": {
    severity: "warning",
    message: {
      en: "{n} of {total} hits are not in the background and are left out ({first}).",
      ja: "ヒット {total} 個のうち {n} 個は背景集合に含まれないため除外しました（{first}）。",
    },
    remedy: {
      en: "Check that both lists use the same identifiers.",
      ja: "両方の一覧で同じ識別子を使っているか確認してください。",
    },
  },
  "enrichment-no-hits": {
    severity: "error",
    message: { en: "None of the hits is in the background.", ja: "背景集合に含まれるヒットがありません。" },
    remedy: {
      en: "Check that both lists use the same identifiers.",
      ja: "両方の一覧で同じ識別子を使っているか確認してください。",
    },
  },
  "enrichment-no-sets": {
    severity: "error",
    message: {
      en: "None of the {n} gene sets has {least} to {most} genes among those measured.",
      ja: "{n} 個の遺伝子セットのうち、測定した遺伝子を {least}～{most} 個含むものがありません。",
    },
    remedy: {
      en: "Check the identifiers and the organism of the gene sets, or change the size limits.",
      ja: "遺伝子セットの識別子と生物種を確認するか、サイズの範囲を変更してください。",
    },
  },
  "enrichment-duplicate-genes": {
    severity: "error",
    message: {
      en: "{n} genes occur more than once in the ranking, for example {first}.",
      ja: "順位付けに重複する遺伝子が {n} 個あります（例：{first}）。",
    },
    remedy: {
      en: "Give one score per gene: combine or choose among its proteins or probes first.",
      ja: "先にタンパク質やプローブをまとめるか選んで、遺伝子ごとに値を 1 つにしてください。",
    },
  },
  "enrichment-not-ranked": {
    severity: "warning",
    message: {
      en: "{n} of {total} genes have a missing or infinite value and are left out.",
      ja: "{total} 個の遺伝子のうち {n} 個は値が欠測または無限大のため除外しました。",
    },
    remedy: {
      en: "Check why these genes have no score.",
      ja: "これらの遺伝子に値がない理由を確認してください。",
    },
  },
  "enrichment-tied-scores": {
    severity: "warning",
    message: {
      en: "{percent} % of the genes share their score with another: ties are ordered by identifier.",
      ja: "{percent} % の遺伝子が他と同じ値です。同順位は識別子の順に並べました。",
    },
    remedy: {
      en: "Rank by a score that does not tie, such as a moderated t statistic.",
      ja: "モデレート t 統計量など、同順位の生じない値で順位付けしてください。",
    },
  },
  "enrichment-few-same-sign": {
    severity: "warning",
    message: {
      en: "{n} gene sets have fewer than {needed} permutations with a score of their sign: their p is coarse or missing.",
      ja: "{n} 個の遺伝子セットでは、同じ符号のスコアを持つ並べ替えが {needed} 回未満のため、p 値が粗いか求められません。",
    },
    remedy: {
      en: "Use more permutations; a ranking with scores of one sign alone gives few.",
      ja: "並べ替えの回数を増やしてください。値がすべて同じ符号の順位付けでは少なくなります。",
    },
  },
  "enrichment-too-few-samples": {
    severity: "error",
    message: {
      en: "The groups have {first} and {second} samples: permuting sample labels needs at least {needed} in each.",
      ja: "各群の試料数は {first} と {second} です。試料ラベルの並べ替えには各群に少なくとも {needed} 個必要です。",
    },
    remedy: {
      en: "Rank the genes by a test statistic and use the pre-ranked analysis, which permutes genes.",
      ja: "検定統計量で遺伝子を順位付けし、遺伝子を並べ替える順位付け済みの解析を使ってください。",
    },
  },
  "enrichment-not-two-groups": {
    severity: "error",
    message: {
      en: "The samples have {n} different labels, and this analysis compares two.",
      ja: "試料のラベルが {n} 種類あります。この解析は 2 群を比較します。",
    },
    remedy: {
      en: "Choose the two conditions to compare.",
      ja: "比較する 2 条件を選んでください。",
    },
  },
});
