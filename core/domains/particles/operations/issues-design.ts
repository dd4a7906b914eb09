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
