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
  notNormalised: {
    en: "“{dataSet}” was compared by {quantity}, which the producer does not normalise between samples.",
    ja: "「{dataSet}」は、出力元で試料間の正規化をしていない {quantity} で比較しました。",
  },
  normalise: {
    en: "Choose a normalisation that fits the preparation (parameters: proteome: normalisation:), or the producer's normalised quantity.",
    ja: "試料調製に合った正規化（parameters: proteome: normalisation:）か、出力元で正規化された量を選んでください。",
  },
  imputed: {
    en: "{percent} % of the values of “{dataSet}” are missing, and numbers drawn by {imputation} stand for them in the tests.",
    ja: "「{dataSet}」の値の {percent} % が欠測で、検定では {imputation} で生成した値を補っています。",
  },
  compareWithout: {
    en: "Compare with imputation: none; a difference that only imputed values show is no measurement.",
    ja: "imputation: none の結果と比べてください。補完値だけが示す差は測定結果ではありません。",
  },
  censored: {
    en: "{percent} % of the values of “{dataSet}” are missing, more of them at low abundance: means of what was observed are too high, and differences too small.",
    ja: "「{dataSet}」の値の {percent} % が欠測で、低存在量ほど多くなっています。観測値の平均は高め、差は小さめに偏ります。",
  },
  missing: {
    en: "{percent} % of the values of “{dataSet}” are missing; no relation with abundance was seen.",
    ja: "「{dataSet}」の値の {percent} % が欠測です。存在量との関係は見られません。",
  },
  lookAtOnOff: {
    en: "Look at the proteins observed on one side only, and at an imputation for values below detection (down-shifted, min-prob, qrilc), side by side.",
    ja: "一方でのみ観測されたタンパク質の表と、検出限界未満を想定した補完（down-shifted、min-prob、qrilc）の結果を並べて確認してください。",
  },
  noReplicates: {
    en: "“{dataSet}” has one sample of each condition: conditions can be described and not compared.",
    ja: "「{dataSet}」は各条件 1 試料のため、記述はできますが比較はできません。",
  },
  replicate: { en: "Measure replicates of every condition.", ja: "各条件の反復を測定してください。" },
  load: {
    en: "In “{name}”, {first} % and {second} % of the abundance is of proteins that are co-isolated with vesicles (category 3): the sides differ in purity, so differences of vesicle proteins may be differences of dilution by these.",
    ja: "比較「{name}」では、小胞と共単離されるタンパク質（分類 3）が量の {first} % と {second} % を占めます。純度が異なるため、小胞タンパク質の差はこれらによる希釈の差かもしれません。",
  },
  coreSet: {
    en: "Show the result normalised to the EV core set (core-set) or the particle number (particle-number) beside this one.",
    ja: "EV コアセット（core-set）または粒子数（particle-number）で正規化した結果を並べて示してください。",
  },
  donorsBlocked: {
    en: "In “{name}”, {samples} samples come from {donors} donors; samples of one {block} belong together in the model.",
    ja: "比較「{name}」の {samples} 試料は {donors} 例のドナーに由来し、同じ {block} の試料をモデルでまとめて扱っています。",
  },
  donorsAdjusted: {
    en: "In “{name}”, {samples} samples come from {donors} donors; a covariate that tells them apart stands for them in the model.",
    ja: "比較「{name}」の {samples} 試料は {donors} 例のドナーに由来し、ドナーを区別する共変量をモデルに含めています。",
  },
  ifIndependent: {
    en: "Taken for {samples} independent donors, {found} proteins would be called different at q < {alpha} instead of {own}; that would be no valid answer.",
    ja: "{samples} 試料を独立したドナーとみなすと、q < {alpha} のタンパク質は {own} 個ではなく {found} 個になりますが、その結果は妥当ではありません。",
  },
  donorsNotJoined: {
    en: "In “{name}”, {samples} samples come from {donors} donors, but a rank sum does not know which samples belong together.",
    ja: "比較「{name}」の {samples} 試料は {donors} 例のドナーに由来しますが、順位和検定は同じドナーの試料の対応を考慮しません。",
  },
  joinDonors: {
    en: "Use method: mixed-model, or moderated-t.",
    ja: "method: mixed-model または moderated-t を使ってください。",
  },
});
