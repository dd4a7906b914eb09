/** Issues of design. */
export const designIssues = {
  "particles-replicates-incomplete": {
    severity: "error",
    message: {
      en: "The level `{level}` is named for {named} of {n} captures only.",
      ja: "階層 `{level}` は {n} 件の撮影のうち {named} 件にしか記入されていません。",
    },
    remedy: {
      en: "Fill in the column for every row of the sample, or for none.",
      ja: "その試料のすべての行に記入するか、すべて空欄にしてください。",
    },
  },
  "particles-donor-missing": {
    severity: "error",
    message: {
      en: "{n} captures name no donor; groups can only be compared between donors.",
      ja: "{n} 件の撮影にドナーの記入がありません。群間比較はドナー間でのみ行えます。",
    },
    remedy: {
      en: "Fill in the column `donor` of samples.csv; captures and particles are no replicates of a group.",
      ja: "samples.csv の `donor` 列を記入してください。撮影や粒子は群の反復にはなりません。",
    },
  },
  "particles-too-few-donors": {
    severity: "error",
    message: {
      en: "The group {group} has {n} donor; a comparison needs two or more in each group.",
      ja: "群 {group} のドナーは {n} 例です。比較には各群 2 例以上が必要です。",
    },
    remedy: {
      en: "Add donors. More captures or preparations of the same donor do not help.",
      ja: "ドナーを追加してください。同じドナーの撮影や調製を増やしても代わりになりません。",
    },
  },
  "particles-donors-shared": {
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
  "particles-donors-unpaired": {
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
  "particles-too-few-groups": {
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
  "particles-reference-missing": {
    severity: "error",
    message: {
      en: "No capture is of the reference group {reference}.",
      ja: "基準の群 {reference} に属する撮影がありません。",
    },
    remedy: {
      en: "Write the reference exactly as in the column `condition`.",
      ja: "基準の群名を `condition` 列の表記と一致させてください。",
    },
  },
  "particles-window-limit-unknown": {
    severity: "error",
    message: {
      en: "Two instruments can only be compared where both see; unknown: {missing}.",
      ja: "両装置の検出範囲が分からないと比較できません（不明: {missing}）。",
    },
    remedy: {
      en: "State the least and the greatest diameter that each instrument sees.",
      ja: "各装置が検出できる最小径と最大径を指定してください。",
    },
  },
  "particles-window-empty": {
    severity: "error",
    message: {
      en: "The instruments see no common diameters: the window would run from {lower} to {upper} nm.",
      ja: "両装置に共通の粒子径範囲がありません（下限 {lower} nm、上限 {upper} nm）。",
    },
    remedy: {
      en: "Compare with an instrument or setting whose range overlaps.",
      ja: "範囲が重なる装置または設定で比較してください。",
    },
  },
  "particles-state-differs": {
    severity: "error",
    message: {
      en: "One concentration is as measured and the other of the original sample; they cannot be compared.",
      ja: "一方は測定時濃度、他方は原試料濃度であるため、比較できません。",
    },
    remedy: {
      en: "Give both of the original sample; see the dilution state of each file.",
      ja: "両方を原試料濃度に揃えてください。各ファイルの希釈の扱いを確認してください。",
    },
  },
} as const;
