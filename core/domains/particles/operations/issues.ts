import { defineIssues } from "../../../kernel/index.ts";

const inputDefinitions = {
  "particles-value-invalid": {
    severity: "error",
    message: { en: "{name} is {value}, which cannot be used.", ja: "{name} の値 {value} は使用できません。" },
    remedy: {
      en: "Give a finite number in the unit and range that the documentation of {name} states.",
      ja: "{name} の説明にある単位と範囲で、有限の数値を指定してください。",
    },
  },
  "particles-temperature-out-of-range": {
    severity: "error",
    message: {
      en: "The viscosity of water is not known at {temperature} K; the formula holds from {lower} to {upper} K.",
      ja: "{temperature} K における水の粘度は計算できません。この式の適用範囲は {lower}~{upper} K です。",
    },
    remedy: {
      en: "Check that the temperature is in kelvin, or give the viscosity of the medium.",
      ja: "温度の単位がケルビンであることを確認するか、媒質の粘度を指定してください。",
    },
  },
  "particles-no-diffusion": {
    severity: "error",
    message: {
      en: "A mean square displacement of {meanSquare} um2 is not more than the localisation error alone gives.",
      ja: "平均二乗変位 {meanSquare} um2 は、位置決定誤差だけで説明できる大きさです。",
    },
    remedy: {
      en: "Leave this track out; check the localisation error, the exposure and the frame interval.",
      ja: "この軌跡を除外し、位置決定誤差、露光時間、フレーム間隔を確認してください。",
    },
  },
  "particles-diameter-or-diffusion": {
    severity: "error",
    message: {
      en: "Exactly one of diameter and diffusion has to be given.",
      ja: "粒子径と拡散係数のどちらか一方だけを指定してください。",
    },
    remedy: {
      en: "Give the diameter in nm or the diffusion coefficient in um2/s.",
      ja: "粒子径 (nm) または拡散係数 (um2/s) を指定してください。",
    },
  },
  "particles-bins-invalid": {
    severity: "error",
    message: {
      en: "The size bins cannot be used: {reason}.",
      ja: "粒子径のビンを使用できません({reason})。",
    },
    remedy: {
      en: "Edges must be finite, ascending and one more than the bins; weights must be finite and not negative.",
      ja: "境界は有限かつ昇順で、ビン数より 1 つ多く、重みは有限かつ 0 以上である必要があります。",
    },
  },
  "particles-no-particles": {
    severity: "error",
    message: {
      en: "No particles: every bin is empty, so there is no size to report.",
      ja: "粒子がありません。すべてのビンが空のため、粒子径は報告できません。",
    },
    remedy: {
      en: "Report that no particles were seen and the detection limit, never a diameter of 0 nm.",
      ja: "粒子が検出されなかったことと検出限界を報告し、粒子径を 0 nm としないでください。",
    },
  },
} as const;

const dilutionDefinitions = {
  "particles-concentration-invalid": {
    severity: "error",
    message: {
      en: "A concentration of {value} particles/mL cannot be used.",
      ja: "濃度 {value} 粒子/mL は使用できません。",
    },
    remedy: {
      en: "A concentration is a finite number and not negative; check the file.",
      ja: "濃度は 0 以上の有限の数値です。ファイルを確認してください。",
    },
  },
  "particles-dilution-factor-invalid": {
    severity: "error",
    message: {
      en: "The dilution factor {factor} of the {from} is not a factor: it has to be 1 or more.",
      ja: "希釈倍率 {factor}(出所: {from})は無効です。希釈倍率は 1 以上である必要があります。",
    },
    remedy: {
      en: "Write 1000 for a 1:1000 dilution and 1 for no dilution.",
      ja: "1:1000 希釈は 1000、希釈なしは 1 と記入してください。",
    },
  },
  "particles-dilution-contradiction": {
    severity: "error",
    message: {
      en: "The file records a dilution factor of {file}, the sample sheet one of {sheet}; no concentration is given.",
      ja: "ファイルの希釈倍率は {file}、試料表の希釈倍率は {sheet} で一致しないため、濃度は算出しません。",
    },
    remedy: {
      en: "Find out which factor is true. If the instrument was told a wrong one, export again with the right one, or correct the sheet.",
      ja: "正しい倍率を確認してください。装置への入力が誤りなら正しい倍率で再出力し、そうでなければ試料表を修正してください。",
    },
  },
  "particles-second-source-contradiction": {
    severity: "error",
    message: {
      en: "The file prints {printed} particles/mL (dilution factor {factor}), but another file of the run prints {second} for the original sample.",
      ja: "このファイルの濃度は {printed} 粒子/mL(希釈倍率 {factor})ですが、同じ測定の別ファイルでは原液濃度が {second} です。",
    },
    remedy: {
      en: "Check that both files are of the same run and that the factor was not changed between the exports.",
      ja: "両ファイルが同一の測定であること、出力の間に倍率が変更されていないことを確認してください。",
    },
  },
  "particles-dilution-state-unknown": {
    severity: "warning",
    message: {
      en: "The file does not say whether its concentration includes the dilution factor; it is left as measured and no factor is applied.",
      ja: "濃度に希釈倍率が含まれているかがファイルからは判断できません。測定時濃度のまま扱い、倍率は掛けません。",
    },
    remedy: {
      en: "Set `concentrationState` in study.yaml to `as measured` or `original` for this file.",
      ja: "study.yaml の `concentrationState` に、このファイルについて `as measured` または `original` を指定してください。",
    },
  },
  "particles-dilution-not-recorded": {
    severity: "warning",
    message: {
      en: "Neither file nor sample sheet gives a dilution factor; the concentration is known only as: {state}.",
      ja: "ファイルにも試料表にも希釈倍率がありません。濃度は {state} の値のみ得られます。",
    },
    remedy: {
      en: "Fill in the column `dilution` of samples.csv; 1 for no dilution.",
      ja: "samples.csv の `dilution` 列に希釈倍率を記入してください(希釈なしは 1)。",
    },
  },
} as const;

const dlsDefinitions = {
  "particles-correlogram-invalid": {
    severity: "error",
    message: {
      en: "The correlogram cannot be used ({reason}): delays have to be positive and ascending, one finite value each.",
      ja: "自己相関関数を使用できません({reason})。遅延時間は正で昇順、各点に有限の値が 1 つ必要です。",
    },
    remedy: {
      en: "Check the named row, and that delays and correlations have the same length.",
      ja: "示された行と、遅延時間と相関値の個数が一致することを確認してください。",
    },
  },
  "particles-correlogram-no-decay": {
    severity: "error",
    message: {
      en: "No decay can be fitted: {points} points lie inside the fit window.",
      ja: "減衰を当てはめられません(当てはめ範囲内の点数: {points})。",
    },
    remedy: {
      en: "Check the sample, and that the values are the correlation minus one; else widen the fit window.",
      ja: "試料と、値が「自己相関 - 1」であることを確認し、必要なら当てはめ範囲を広げてください。",
    },
  },
  "particles-dls-geometry-missing": {
    severity: "error",
    message: {
      en: "A size needs the laser wavelength and the scattering angle; missing: {missing}.",
      ja: "粒子径の算出にはレーザー波長と散乱角が必要です(不足: {missing})。",
    },
    remedy: {
      en: "Give the missing values of the instrument as parameters.",
      ja: "装置の値をパラメータとして指定してください。",
    },
  },
  "particles-dls-polydisperse": {
    severity: "warning",
    message: {
      en: "The polydispersity index is {index}: above 0.4 cumulants are unreliable, above 0.7 no Z-average is given.",
      ja: "多分散指数が {index} です。0.4 を超えるとキュムラント法は信頼できず、0.7 を超える場合は Z 平均径を示しません。",
    },
    remedy: {
      en: "Use a method that counts single particles, or remove large aggregates and measure again.",
      ja: "粒子を個別に計数する方法を用いるか、大きな凝集体を除いて再測定してください。",
    },
  },
} as const;

const trackDefinitions = {
  "particles-no-track-lengths": {
    severity: "error",
    message: {
      en: "The broadening by finite tracks cannot be corrected without the lengths of the tracks.",
      ja: "軌跡長がないため、有限軌跡長による広がりを補正できません。",
    },
    remedy: {
      en: "Export the single tracks with their lengths in frames; each track needs two frames or more.",
      ja: "各軌跡の長さ(フレーム数)を含むデータを出力してください。各軌跡に 2 フレーム以上必要です。",
    },
  },
  "particles-deconvolution-not-settled": {
    severity: "warning",
    message: {
      en: "The deconvolution did not reach the counting noise in {iterations} iterations.",
      ja: "逆畳み込みは {iterations} 回の反復で計数雑音の水準に達しませんでした。",
    },
    remedy: {
      en: "The track lengths may not be those of this histogram; report the histogram as found beside it.",
      ja: "軌跡長がこのヒストグラムのものか確認し、補正前のヒストグラムも併せて報告してください。",
    },
  },
} as const;

const countingDefinitions = {
  "particles-blank-mismatch": {
    severity: "error",
    message: {
      en: "The sample has {sample} bins and the blank {blank}; a blank can only be subtracted on the same bins.",
      ja: "試料は {sample} ビン、ブランクは {blank} ビンです。ブランクは同じビンでのみ差し引けます。",
    },
    remedy: {
      en: "Export sample and blank with the same settings and bins.",
      ja: "試料とブランクを同じ設定とビンで出力してください。",
    },
  },
  "particles-too-few-blanks": {
    severity: "error",
    message: {
      en: "Limits of blank and detection need two blanks or more with finite values ({blanks} blanks, {lowSamples} low samples given).",
      ja: "ブランク上限と検出限界には有限値のブランクが 2 個以上必要です(ブランク {blanks}、低濃度試料 {lowSamples})。",
    },
    remedy: {
      en: "Measure more blanks; give no low sample or at least two.",
      ja: "ブランクの測定数を増やしてください。低濃度試料は 0 個、または 2 個以上を指定してください。",
    },
  },
  "particles-too-few-dilutions": {
    severity: "error",
    message: {
      en: "Dilution linearity needs three different dilutions; there are {n}.",
      ja: "希釈直線性の評価には異なる希釈が 3 つ必要ですが、{n} つしかありません。",
    },
    remedy: {
      en: "Measure the sample at more dilutions, best over a tenfold range or more.",
      ja: "希釈段階を増やしてください(10 倍以上の範囲が望ましい)。",
    },
  },
  "particles-nothing-detectable": {
    severity: "error",
    message: {
      en: "With a median of {median} nm nothing of the model lies above the detection limit of {detectionLimit} nm.",
      ja: "中央径 {median} nm のモデルでは、検出限界 {detectionLimit} nm を超える粒子がありません。",
    },
    remedy: {
      en: "Check that both diameters are in nm; otherwise give no corrected figure.",
      ja: "両方の直径の単位が nm であることを確認してください。そうであれば補正値は示せません。",
    },
  },
  "particles-trps-pressures": {
    severity: "error",
    message: {
      en: "Concentration by TRPS needs finite rates at two pressures or more; the {of} has {n}.",
      ja: "TRPS の濃度算出には 2 つ以上の圧力での検出頻度が必要です({of}: {n})。",
    },
    remedy: {
      en: "Measure sample and calibrant at the same two or more pressures.",
      ja: "試料と校正粒子を 2 つ以上の同じ圧力で測定してください。",
    },
  },
  "particles-trps-no-slope": {
    severity: "error",
    message: {
      en: "The particle rate of the {of} does not rise with pressure.",
      ja: "圧力を上げても粒子検出頻度が増えていません({of})。",
    },
    remedy: {
      en: "Check for a blocked pore and measure again.",
      ja: "ポアの詰まりを確認し、再測定してください。",
    },
  },
  "particles-trps-settings-differ": {
    severity: "error",
    message: {
      en: "Sample and calibrant were run under different settings: {settings}.",
      ja: "試料と校正粒子の測定条件が異なります({settings})。",
    },
    remedy: {
      en: "Run the calibrant again with the electrolyte, stretch and voltage of the sample.",
      ja: "試料と同じ電解液、伸張、電圧で校正粒子を再測定してください。",
    },
  },
} as const;

const designDefinitions = {
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
      ja: "比較する群がありません(群数: {n})。",
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
      ja: "両装置の検出範囲が分からないと比較できません(不明: {missing})。",
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
      ja: "両装置に共通の粒子径範囲がありません(下限 {lower} nm、上限 {upper} nm)。",
    },
    remedy: {
      en: "Compare with an instrument or setting whose range overlaps.",
      ja: "範囲が重なる装置または設定で比較してください。",
    },
  },
  "particles-state-differs": {
    severity: "error",
    message: {
      en: "One concentration is {first} and the other {second}; they cannot be compared.",
      ja: "一方の濃度は {first}、他方は {second} であり、比較できません。",
    },
    remedy: {
      en: "Give both of the original sample; see the dilution state of each file.",
      ja: "両方を原液濃度に揃えてください。各ファイルの希釈の扱いを確認してください。",
    },
  },
} as const;

export const particlesIssues = defineIssues({
  ...inputDefinitions,
  ...dilutionDefinitions,
  ...dlsDefinitions,
  ...trackDefinitions,
  ...countingDefinitions,
  ...designDefinitions,
});
