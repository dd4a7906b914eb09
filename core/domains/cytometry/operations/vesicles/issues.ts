import { defineIssues } from "../../../../kernel/index.ts";

/** What vesicle counting, its controls and its dilution series refuse. */
export const vesicleIssues = defineIssues({
  "cytometry-value-invalid": {
    severity: "error",
    message: {
      en: "{name} cannot be {value}.",
      ja: "{name} の値 {value} は使用できません。",
    },
    remedy: {
      en: "Check the number and its unit in the sheet, in study.yaml or on the command line.",
      ja: "試料表、study.yaml、またはコマンドの数値と単位を確認してください。",
    },
  },
  "cytometry-no-counting-beads": {
    severity: "error",
    message: {
      en: "No counting beads were found in their gate, so the acquired volume is not known.",
      ja: "計数ビーズがゲート内に検出されず、取り込み体積を求められません。",
    },
    remedy: {
      en: "Check the bead gate, or give the acquired volume in the column volume_uL of the sheet.",
      ja: "ビーズのゲートを確認するか、試料表の volume_uL 列に取り込み体積を記入してください。",
    },
  },
  "cytometry-exposure-unclear": {
    severity: "error",
    message: {
      en: "The acquired volume is not clear: give either a volume, or counting beads with their concentration.",
      ja: "取り込み体積が定まりません。体積、または計数ビーズ数とその濃度のいずれか一方が必要です。",
    },
    remedy: {
      en: "Give volume alone, or beads and beadConcentration.",
      ja: "volume のみ、または beads と beadConcentration を指定してください。",
    },
  },
  "cytometry-no-events": {
    severity: "error",
    message: {
      en: "The sample has no events in this gate: there is nothing to compare with.",
      ja: "このゲートに試料のイベントがなく、比較できません。",
    },
    remedy: {
      en: "Check the gate and the trigger threshold, or acquire longer.",
      ja: "ゲートとトリガー閾値を確認するか、取り込み時間を延ばしてください。",
    },
  },
  "cytometry-exposures-differ": {
    severity: "error",
    message: {
      en: "Sample and buffer were quantified in different ways (by volume and by counting beads).",
      ja: "試料と緩衝液で定量方法が異なります（体積と計数ビーズ）。",
    },
    remedy: {
      en: "Give the acquired volume of both, or counting beads in both.",
      ja: "両方に取り込み体積を記入するか、両方に計数ビーズを加えてください。",
    },
  },
  "cytometry-too-few-dilutions": {
    severity: "error",
    message: {
      en: "The dilution series has no usable point: no dilution has events.",
      ja: "希釈系列に使用できる点がありません（イベントのある希釈がありません）。",
    },
    remedy: {
      en: "Measure at least three dilutions over a factor of four or more.",
      ja: "4 倍以上の範囲で少なくとも 3 段階の希釈を測定してください。",
    },
  },
  "cytometry-no-donors": {
    severity: "error",
    message: {
      en: "There are no donors to take a positive fraction of.",
      ja: "陽性率を求めるドナーがありません。",
    },
    remedy: {
      en: "Name the donor of each file in the sample sheet.",
      ja: "試料表の各ファイルにドナーを記入してください。",
    },
  },
  "cytometry-donor-missing": {
    severity: "error",
    message: {
      en: "{n} values name no donor; donors are the replicates of a positive fraction.",
      ja: "ドナーの記入がない値が {n} 個あります。陽性率の反復単位はドナーです。",
    },
    remedy: {
      en: "Fill in the column donor of the sample sheet.",
      ja: "試料表の donor 列を記入してください。",
    },
  },
  "cytometry-donors-unpaired": {
    severity: "error",
    message: {
      en: "The two conditions do not have the same donors, so that they cannot be compared in pairs.",
      ja: "2 条件のドナーが一致しないため、対応のある比較ができません。",
    },
    remedy: {
      en: "Compare them as independent groups, or name the same donors in both conditions.",
      ja: "独立した群として比較するか、両条件に同じドナーを記入してください。",
    },
  },
  "cytometry-donors-shared": {
    severity: "error",
    message: {
      en: "{n} donors are in both conditions, so that the groups are not independent.",
      ja: "両条件に共通のドナーが {n} 例あり、独立な群とみなせません。",
    },
    remedy: { en: "Compare in pairs of the same donor.", ja: "同じドナーの対として比較してください。" },
  },
  "cytometry-fraction-at-boundary": {
    severity: "error",
    message: {
      en: "A donor's fraction is 0, 1 or not above its control: odds cannot be compared.",
      ja: "陽性率が 0 または 1、あるいは対照を超えないドナーがあり、オッズを比較できません。",
    },
    remedy: {
      en: "Acquire more events, or report the fractions of both conditions without a ratio.",
      ja: "イベント数を増やすか、比を示さずに各条件の陽性率を報告してください。",
    },
  },
});
