import { defineIssues } from "../../../../kernel/index.ts";

/** What the comparison of two fractions can refuse or doubt. */
export const comparisonIssues = defineIssues({
  "proteome-carry-over-too-few": {
    severity: "error",
    message: {
      en: "Carry-over cannot be judged: {n} proteins known not to be of vesicles are in both fractions, and at least {needed} are needed.",
      ja: "持ち込みを判定できません。両画分で検出された既知の非EVタンパク質が{n}個で、{needed}個以上必要です。",
    },
    remedy: {
      en: "Give a contaminant library that fits the source.",
      ja: "由来試料に合った夾雑タンパク質ライブラリーを指定してください。",
    },
  },
  "proteome-carry-over-no-line": {
    severity: "error",
    message: {
      en: "Carry-over cannot be judged: abundances of the known proteins in the source do not vary.",
      ja: "持ち込みを判定できません。由来試料における既知タンパク質の量に差がありません。",
    },
    remedy: {
      en: "Give a contaminant library with abundant and with rare proteins.",
      ja: "量の多いものと少ないものを含むライブラリーを指定してください。",
    },
  },
  "proteome-carry-over-not-rising": {
    severity: "warning",
    message: {
      en: "Among {n} proteins known not to be of vesicles, the abundance in the vesicle fraction does not clearly rise with that in the source (slope {slope}, {lower} to {upper}): the carry-over class says little.",
      ja: "既知の非EVタンパク質{n}個では、EV画分の量が由来試料の量とともに明確には増加していません（傾き{slope}、{lower}〜{upper}）。持ち込みの分類はあまり意味がありません。",
    },
    remedy: {
      en: "Look at the single proteins; some of the known ones may be enriched with the vesicles.",
      ja: "個々のタンパク質を確認してください。既知のものの一部がEVとともに濃縮されている可能性があります。",
    },
  },
  "proteome-carry-over-wide": {
    severity: "warning",
    message: {
      en: "The {n} proteins known not to be of vesicles scatter so much (prediction over {fold}-fold to either side) that almost any protein can look carried over.",
      ja: "既知の非EVタンパク質{n}個のばらつきが大きく（予測区間は上下{fold}倍超）、ほとんどのタンパク質が持ち込みに見えます。",
    },
    remedy: {
      en: "Give known proteins of one kind: those of the source's fluid, not ribosomal ones.",
      ja: "リボソームタンパク質ではなく、由来体液のタンパク質など同種のものを指定してください。",
    },
  },
  "proteome-source-one-donor": {
    severity: "warning",
    message: {
      en: "One side has samples of one donor only. Intervals and q tell how well the preparation repeats, not how donors differ.",
      ja: "一方が1ドナーの試料だけです。区間とq値は調製の再現性を示すもので、ドナー間の違いは分かりません。",
    },
    remedy: {
      en: "Add donors before saying anything about others.",
      ja: "他のドナーについて述べるには、ドナーを追加してください。",
    },
  },
  "proteome-no-enrichment-interval": {
    severity: "warning",
    message: {
      en: "{n} proteins have no interval: fewer than two values on a side, or values that do not differ.",
      ja: "{n}個のタンパク質は、一方の値が2つに満たないか値に差がないため、区間がありません。",
    },
    remedy: { en: "Add replicates.", ja: "反復測定を追加してください。" },
  },
});
