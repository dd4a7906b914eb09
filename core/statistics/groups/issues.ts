import { defineIssues } from "../../kernel/index.ts";

/** What the comparison of groups refuses. */
export const groupIssues = defineIssues({
  "groups-donor-missing": {
    severity: "error",
    message: {
      en: "{n} measurements name no donor; groups can only be compared between donors.",
      ja: "{n} 件の測定にドナーの記入がありません。群間比較はドナー間でのみ行えます。",
    },
    remedy: {
      en: "Fill in the column `donor` of samples.csv; measurements and particles are no replicates of a group.",
      ja: "samples.csv の `donor` 列を記入してください。測定や粒子は群の反復にはなりません。",
    },
  },
  "groups-too-few-donors": {
    severity: "error",
    message: {
      en: "The group {group} has {n} donor; a comparison needs two or more in each group.",
      ja: "群 {group} のドナーは {n} 例です。比較には各群 2 例以上が必要です。",
    },
    remedy: {
      en: "Add donors. More measurements or preparations of the same donor do not help.",
      ja: "ドナーを追加してください。同じドナーの測定や調製を増やしても代わりになりません。",
    },
  },
  "groups-donors-shared": {
    severity: "error",
    message: {
      en: "{n} donors are in both {group} and {reference}, but the groups are compared as independent.",
      ja: "{n} 例のドナーが {group} と {reference} の両方にありますが、独立な群として比較しようとしています。",
    },
    remedy: {
      en: "Set `donors: paired` where they are the same donors, or give different donors different names.",
      ja: "同じドナーであれば `donors: paired` を指定し、別のドナーであれば異なる名前を付けてください。",
    },
  },
  "groups-donors-unpaired": {
    severity: "error",
    message: {
      en: "Only {n} donors are in both {group} and {reference}; a paired comparison needs every donor in both.",
      ja: "{group} と {reference} の両方にあるドナーは {n} 例だけです。対応のある比較では全ドナーが両群に必要です。",
    },
    remedy: {
      en: "Leave donors without a partner out by name, or compare the groups as independent.",
      ja: "対になっていないドナーを明示的に除くか、独立な群として比較してください。",
    },
  },
  "groups-too-few": {
    severity: "error",
    message: {
      en: "There is nothing to compare: {n} group.",
      ja: "比較する群がありません（群数: {n}）。",
    },
    remedy: {
      en: "Fill in the column `condition` of samples.csv.",
      ja: "samples.csv の `condition` 列を記入してください。",
    },
  },
  "groups-reference-missing": {
    severity: "error",
    message: {
      en: "No measurement is of the reference group {reference}.",
      ja: "基準の群 {reference} に属する測定がありません。",
    },
    remedy: {
      en: "Write the reference exactly as in the column `condition`.",
      ja: "基準の群名を `condition` 列の表記と一致させてください。",
    },
  },
});
