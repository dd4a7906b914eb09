import { defineMessages } from "../../../kernel/index.ts";

/** Sentences of this room's findings. */
export const ruleWords = defineMessages({
  nothing: { en: "", ja: "" },
  inseparable: {
    en: "In “{name}”, {column} and {covariate} cannot be separated.",
    ja: "比較「{name}」では、{column} と {covariate} を分離できません。",
  },
  confounded: {
    en: "In “{name}”, {covariate} differs between the sides of {column} as well.",
    ja: "比較「{name}」では、{column} の両側で {covariate} も異なります。",
  },
  refused: {
    en: "The contrast was refused: no method can tell the two apart.",
    ja: "どの方法でも両者を区別できないため、比較は行っていません。",
  },
  shared: {
    en: "Both sides were sampled only where {covariate} is {levels}: {first} and {second} samples.",
    ja: "両側の試料があるのは {covariate} が {levels} の場合だけです（{first} 試料と {second} 試料）。",
  },
  information: {
    en: "{percent} % of the contrast's information is left beside {covariate}.",
    ja: "{covariate} を考慮すると、比較の情報は {percent} % しか残りません。",
  },
  aloneLevels: {
    en: "{covariate} alone ({levels}; {counts} samples, the question ignored) finds {found} proteins at q < {alpha}; the contrast finds {own}, {both} of them the same.",
    ja: "問いを無視して {covariate} だけ（{levels}、{counts} 試料）で比べると、q < {alpha} のタンパク質が {found} 個見つかります。この比較で見つかるのは {own} 個で、共通は {both} 個です。",
  },
  aloneSlope: {
    en: "{covariate} alone ({counts} samples, the question ignored) finds {found} proteins at q < {alpha}; the contrast finds {own}, {both} of them the same.",
    ja: "問いを無視して {covariate} だけ（{counts} 試料）で調べると、q < {alpha} のタンパク質が {found} 個見つかります。この比較で見つかるのは {own} 個で、共通は {both} 個です。",
  },
  within: {
    en: "Do not read the result as an effect of the question. Compare within the levels that have both sides (only:), adjust for it (adjust:), and confirm with samples in which the two are balanced.",
    ja: "この結果を問いの効果とみなさないでください。両側がそろう水準内で比較し（only:）、補正し（adjust:）、両者の偏りがない試料で確認してください。",
  },
  measureBoth: {
    en: "Measure samples of both sides at one level, or choose sides that differ in the question alone.",
    ja: "同じ水準で両側の試料を測定するか、問いだけが異なる両側を選んでください。",
  },
  notRecorded: {
    en: "In “{name}”, too few samples have {covariate} recorded to tell whether it is balanced.",
    ja: "比較「{name}」では、{covariate} の記録が足りず、偏りの有無を判断できません。",
  },
  record: { en: "Fill in the column in samples.csv.", ja: "試料表の列を埋めてください。" },
  donorsUnknown: {
    en: "In “{name}”, samples without a donor were counted as donors of their own.",
    ja: "比較「{name}」では、ドナーの記録がない試料を別々のドナーとして数えました。",
  },
  recordDonors: {
    en: "Write the donor of each sample into samples.csv: repeats of one donor are no replicates.",
    ja: "試料表に各試料のドナーを書いてください。同じドナーの反復は生物学的反復になりません。",
  },
  donorsBlocked: {
    en: "In “{name}”, samples of one {block} belong together in the model.",
    ja: "比較「{name}」では、同じ {block} の試料をモデルでまとめて扱っています。",
  },
});
