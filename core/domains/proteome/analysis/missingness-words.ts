import { defineMessages } from "../../../kernel/index.ts";

/** Heads of the table of proteins that one side alone has. */
export const missingnessWords = defineMessages({
  title: { en: "Proteins observed on one side only", ja: "一方でのみ観測されたタンパク質" },
  description: {
    en: "Observed in at least two samples of one side and in none of the other; they have no difference to test. Fisher's exact test of detection; not observed does not mean absent.",
    ja: "一方の 2 試料以上で観測され、他方では観測されなかったもの。差の検定はできません。検出の有無に対する Fisher の正確確率検定。観測されないことは存在しないことを意味しません。",
  },
  descriptionRepeated: {
    en: "Observed in at least two samples of one side and in none of the other; they have no difference to test. Without p, since samples of one donor are not independent; not observed does not mean absent.",
    ja: "一方の 2 試料以上で観測され、他方では観測されなかったもの。差の検定はできません。同じドナーの試料は独立でないため p 値は示しません。観測されないことは存在しないことを意味しません。",
  },
  feature: { en: "Row", ja: "行" },
  gene: { en: "Gene", ja: "遺伝子" },
  onlyIn: { en: "Only in", ja: "観測された側" },
  observed: { en: "Samples", ja: "試料数" },
  p: { en: "p", ja: "p 値" },
  q: { en: "q", ja: "q 値" },
});
