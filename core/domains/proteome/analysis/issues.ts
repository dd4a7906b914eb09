import { defineIssues } from "../../../kernel/index.ts";

/** What the analysis of this room can say of a study's files, sheet and parameters. */
export const analysisIssues = defineIssues({
  "proteome-parameters-invalid": {
    severity: "error",
    message: {
      en: "{key} cannot be used ({reason}); the defaults were taken",
      ja: "{key} を使えません（{reason}）。既定値を使いました",
    },
    remedy: {
      en: "Correct it in study.yaml; `docs/reference/parameters.md` lists names, units and defaults.",
      ja: "study.yaml を直してください。名前・単位・既定値は `docs/reference/parameters.md` にあります。",
    },
  },
  "proteome-quantity-unknown": {
    severity: "error",
    message: {
      en: "The file has no quantity “{quantity}”, so nothing of it was compared; it has {known}",
      ja: "ファイルに量「{quantity}」がないため、比較に使えません。ファイルにある量：{known}",
    },
    remedy: {
      en: "Write one of these names under parameters: proteome: quantity:.",
      ja: "parameters: proteome: quantity: に、いずれかの名前を書いてください。",
    },
  },
  "proteome-run-not-in-sheet": {
    severity: "warning",
    message: {
      en: "{count} runs of the file belong to no line of samples.csv and were not used: {runs}",
      ja: "試料表のどの行にも対応しない測定が {count} 件あり、使いませんでした：{runs}",
    },
    remedy: {
      en: "Give each run a line with its name in the column capture; role ignore sets it aside.",
      ja: "測定ごとに行を作り、capture 列に名前を書いてください。使わない測定は role を ignore にします。",
    },
  },
  "proteome-capture-not-in-file": {
    severity: "warning",
    message: {
      en: "samples.csv names runs that the file does not have: {captures}. The file has {runs}",
      ja: "試料表にある測定がファイルにありません：{captures}。ファイルの測定：{runs}",
    },
    remedy: {
      en: "Write the names as the file has them; * stands for any characters.",
      ja: "ファイルのとおりに名前を書いてください。* は任意の文字列を表します。",
    },
  },
  "proteome-sample-in-two-files": {
    severity: "error",
    message: {
      en: "Samples of this file are in another file of the same data set too and were not taken from this one: {samples}",
      ja: "同じデータセットの別のファイルにもある試料のため、このファイルからは使いませんでした：{samples}",
    },
    remedy: {
      en: "Give them other sample names, or put the files into two data sets by the column `data set` of samples.csv.",
      ja: "試料名を変えるか、試料表の `data set` 列でデータセットを分けてください。",
    },
  },
  "proteome-sheet-does-not-match": {
    severity: "error",
    message: {
      en: "No run of the file belongs to a line of samples.csv with the role sample, so nothing was compared",
      ja: "役割が sample の行に対応する測定がファイルに一つもないため、比較していません",
    },
    remedy: {
      en: "Write the file's run names into the column capture; they are {runs}.",
      ja: "capture 列にファイルの測定名を書いてください：{runs}。",
    },
  },
  "proteome-contrast-column": {
    severity: "error",
    message: {
      en: "The contrast “{name}” needs the column {column}, which samples.csv does not have; it has {columns}",
      ja: "比較「{name}」に必要な列 {column} が試料表にありません。列：{columns}",
    },
    remedy: {
      en: "Correct the column in study.yaml or add it to samples.csv.",
      ja: "study.yaml の列名を直すか、試料表に列を加えてください。",
    },
  },
  "proteome-contrast-empty": {
    severity: "error",
    message: {
      en: "The contrast “{name}” has {first} samples on one side and {second} on the other; cells of {column}: {cells}",
      ja: "比較「{name}」の試料数が一方 {first}、他方 {second} です。{column} の値：{cells}",
    },
    remedy: {
      en: "Write cells as samples.csv has them.",
      ja: "試料表のとおりに値を書いてください。",
    },
  },
  "proteome-contrast-cells": {
    severity: "warning",
    message: {
      en: "The contrast “{name}” leaves out {count} samples that have nothing usable in {columns}, for which it adjusts: {samples}",
      ja: "比較「{name}」では、補正に使う {columns} の値がない {count} 試料を除きました：{samples}",
    },
    remedy: {
      en: "Fill in the cells of samples.csv, or do not adjust for the column.",
      ja: "試料表の値を埋めるか、その列での補正をやめてください。",
    },
  },
  "proteome-contrast-both-sides": {
    severity: "error",
    message: {
      en: "The contrast “{name}” has {cells} on both sides",
      ja: "比較「{name}」の両側に {cells} があります",
    },
    remedy: { en: "Put each on one side only.", ja: "どちらか一方だけに書いてください。" },
  },
  "proteome-contrasts-too-many": {
    severity: "warning",
    message: {
      en: "{conditions} conditions make {pairs} pairs, more than {most}: none was compared",
      ja: "条件 {conditions} 個から {pairs} 組の比較ができますが、{most} 組を超えるため比較していません",
    },
    remedy: {
      en: "Name a reference (design: reference:) or the contrasts (parameters: proteome: contrasts:).",
      ja: "基準（design: reference:）または比較（parameters: proteome: contrasts:）を書いてください。",
    },
  },
  "proteome-contrast-aliased": {
    severity: "error",
    message: {
      en: "The contrast “{name}” was refused: its sides differ in {column} as well, completely, so that no method can tell the two apart",
      ja: "比較「{name}」は行っていません。両側で {column} も完全に異なり、どの方法でも両者を区別できません",
    },
    remedy: {
      en: "Measure samples of both sides at one level of {column}, or compare within one level (only:).",
      ja: "{column} の同じ水準で両側の試料を測定するか、一つの水準内で比較してください（only:）。",
    },
  },
  "proteome-contrast-too-small": {
    severity: "warning",
    message: {
      en: "The contrast “{name}” was not made: {first} and {second} donors, of which {needed} are needed on each side",
      ja: "比較「{name}」は行っていません。ドナー数 {first} と {second}（各側に {needed} 必要）",
    },
    remedy: {
      en: "Add donors; repeats of one donor are no replicates.",
      ja: "ドナーを増やしてください。同じドナーの反復は生物学的反復になりません。",
    },
  },
  "proteome-contrast-nothing": {
    severity: "warning",
    message: {
      en: "None of the {rows} proteins can be tested in “{name}”: {marked} are marked by the producer, {few} were observed in too few samples, {constant} have one value in all samples",
      ja: "比較「{name}」で検定できるタンパク質がありません（{rows} 個中、出力元の印 {marked}、観測試料数の不足 {few}、全試料で同じ値 {constant}）",
    },
    remedy: {
      en: "Look at the missing values and marks; minimumObserved: and contaminants: set what is tested.",
      ja: "欠測値と出力元の印を確認してください。検定の対象は minimumObserved: と contaminants: で決まります。",
    },
  },
  "proteome-only-decoys": {
    severity: "error",
    message: {
      en: "All {count} rows of the file are marked as decoys, so nothing of it was compared",
      ja: "ファイルの {count} 行すべてがデコイのため、比較に使えません",
    },
    remedy: {
      en: "Export the table with the rows of the target database.",
      ja: "ターゲットデータベースの行を含めて出力してください。",
    },
  },
  "proteome-contrast-failed": {
    severity: "warning",
    message: {
      en: "The contrast “{name}” could not be computed: {reason}",
      ja: "比較「{name}」を計算できませんでした：{reason}",
    },
    remedy: {
      en: "See the reason; change the contrast's adjust, block or method.",
      ja: "理由を確認し、adjust・block・method を変えてください。",
    },
  },
  "proteome-treatment-failed": {
    severity: "warning",
    message: {
      en: "{treatment} could not be done ({reason}); values are used as the file has them",
      ja: "{treatment} を行えませんでした（{reason}）。ファイルの値をそのまま使っています",
    },
    remedy: {
      en: "See the reason; choose another under parameters: proteome:.",
      ja: "理由を確認し、parameters: proteome: で別の方法を選んでください。",
    },
  },
  "proteome-no-genes": {
    severity: "warning",
    message: {
      en: "The rows of “{dataSet}” name no genes, so gene sets and protein categories could not be applied",
      ja: "「{dataSet}」の行に遺伝子名がないため、遺伝子集合とタンパク質分類を適用できません",
    },
    remedy: {
      en: "Export the table with gene names.",
      ja: "遺伝子名を含めて出力してください。",
    },
  },
  "proteome-number-not-finite": {
    severity: "warning",
    message: {
      en: "{id} is not a finite number and was left out",
      ja: "{id} が有限の数にならないため除きました",
    },
    remedy: { en: "Look at the values of its samples.", ja: "試料の値を確認してください。" },
  },
});
