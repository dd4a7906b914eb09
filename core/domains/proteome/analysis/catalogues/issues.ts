import { defineIssues } from "../../../../kernel/index.ts";

/** What matching to vesicle catalogues can refuse or doubt. */
export const catalogueIssues = defineIssues({
  "proteome-catalogue-no-species": {
    severity: "error",
    message: {
      en: "{catalogue} has no entries for {species}; it has: {others}.",
      ja: "{catalogue}には{species}の項目がありません。収載生物種：{others}。",
    },
    remedy: {
      en: "Name the species as the catalogue writes it.",
      ja: "カタログの表記どおりに生物種を指定してください。",
    },
  },
  "proteome-catalogue-background-small": {
    severity: "error",
    message: {
      en: "The background has {size} proteins, fewer than the {needed} that are detected or in the catalogue.",
      ja: "背景のタンパク質数{size}が、検出されたもの、またはカタログにあるものの数{needed}より少なくなっています。",
    },
    remedy: {
      en: "Give the proteome of the species, or all that could have been detected.",
      ja: "その生物種の全プロテオームか、検出されうるタンパク質全体を指定してください。",
    },
  },
  "proteome-catalogue-union-says-little": {
    severity: "warning",
    message: {
      en: "{catalogue} holds {coverage} % of the background: of {n} proteins drawn at random, {expected} would be in it, {found} are. That a protein is in the catalogue says little about vesicles.",
      ja: "{catalogue}は背景の{coverage}%を収載しています。無作為に選んだ{n}個でも{expected}個が該当し、実際は{found}個です。カタログに載っていることは、EV由来の根拠としては弱いものです。",
    },
    remedy: {
      en: "Look at how many experiments with the same sample and isolation found a protein.",
      ja: "同じ試料・同じ分離法の実験がいくつそのタンパク質を検出したかを見てください。",
    },
  },
  "proteome-catalogue-no-experiments": {
    severity: "warning",
    message: {
      en: "No experiment of {catalogue} is like the one asked for, or the catalogue does not say which experiment found a protein.",
      ja: "{catalogue}に条件に合う実験がないか、どの実験が検出したかの記載がありません。",
    },
    remedy: {
      en: "Ask for a wider sample or isolation, or give the catalogue's full table.",
      ja: "試料や分離法の条件を広げるか、カタログの完全な表を指定してください。",
    },
  },
  "proteome-catalogue-experiments-unknown": {
    severity: "warning",
    message: {
      en: "{count} of {total} experiments of {catalogue} are not in the table of experiments: the two files may be of different versions.",
      ja: "{catalogue}の実験{total}件中{count}件が実験一覧にありません。2つのファイルの版が異なる可能性があります。",
    },
    remedy: {
      en: "Download both files of one version.",
      ja: "同じ版の2つのファイルをダウンロードしてください。",
    },
  },
});
