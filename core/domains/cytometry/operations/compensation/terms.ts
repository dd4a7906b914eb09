import { defineMessages } from "../../../../kernel/index.ts";

/** Sentences for the assumptions and doubts that compensation puts on numbers. */
export const compensationTerms = defineMessages({
  spillover_from_file: {
    en: "Spillover is the matrix that the file states",
    ja: "ファイルに記載の補正行列を使用",
  },
  spillover_from_study: {
    en: "Spillover is the matrix of study.yaml",
    ja: "study.yaml の補正行列を使用",
  },
  spillover_subtracted_by_instrument: {
    en: "The instrument had subtracted spillover before it wrote the file",
    ja: "漏れ込みは装置側で補正済み",
  },
  spillover_from_matrix_text: {
    en: "Spillover is the matrix of a separate text file",
    ja: "別のテキストファイルの補正行列を使用",
  },
  spillover_from_controls: {
    en: "Spillover is estimated from medians of single-stain controls",
    ja: "単染色対照の中央値から漏れ込みを推定",
  },
  spillover_normalised: {
    en: "Rows of the spillover matrix were divided by their diagonal",
    ja: "補正行列の各行を対角成分で割った",
  },
  spillover_ill_conditioned: {
    en: "The spillover matrix is nearly singular: noise is multiplied",
    ja: "補正行列が特異に近く、雑音が増幅される",
  },
  spillover_above_one: {
    en: "A dye spills more into another detector than into its own",
    ja: "自身より他の検出器への漏れ込みが大きい色素がある",
  },
  not_compensated: { en: "Not compensated for spillover", ja: "蛍光の漏れ込みを補正していない" },
  unmixing_equal_weights: {
    en: "Unmixed with every detector equally weighted",
    ja: "全検出器を等しい重みでアンミキシング",
  },
});
