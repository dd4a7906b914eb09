import type { IssueDefinition } from "../../../kernel/index.ts";

const exportAgain = {
  en: "Export the size file again from the ZetaView software.",
  ja: "ZetaViewソフトウェアから粒径分布のファイルを再度書き出してください。",
};
const compare = {
  en: "Compare with the instrument's own report before the numbers are used.",
  ja: "数値を使う前に装置の報告書と見比べてください。",
};

/** Issues of the size distribution's reader. */
export const zetaviewSizeIssues = {
  "zetaview-no-size-table": {
    severity: "error",
    message: {
      en: "The table “Size Distribution” is missing or its heading cannot be read.",
      ja: "「Size Distribution」の表がないか、その見出しを読み取れません。",
    },
    remedy: exportAgain,
  },
  "zetaview-size-rows-lost": {
    severity: "error",
    message: {
      en: "Where {expected} nm should follow, the size table has “{found}”: rows are lost or out of order.",
      ja: "粒径表で{expected} nmの行があるべき所に「{found}」があります。行の欠落か順序の乱れです。",
    },
    remedy: exportAgain,
  },
  "zetaview-size-row-unreadable": {
    severity: "error",
    message: {
      en: "{count} rows of the size table cannot be read, the first on line {line}.",
      ja: "粒径表に読み取れない行が{count}行あります（最初は{line}行目）。",
    },
    remedy: exportAgain,
  },
  "zetaview-size-table-cut": {
    severity: "error",
    message: {
      en: "The size table ends without its closing row of -1: the file was cut short.",
      ja: "粒径表に終端を示す-1の行がありません。ファイルが途中で切れています。",
    },
    remedy: exportAgain,
  },
  "zetaview-unknown-grid": {
    severity: "error",
    message: {
      en: "The size table starts at “{found}” nm; only bins of 5 nm from 2.5 nm are known.",
      ja: "粒径表が「{found}」 nmから始まっています。2.5 nmから5 nm刻みの区間のみ対応しています。",
    },
    remedy: {
      en: "Export with the instrument's standard bins, or map the table by hand.",
      ja: "装置の標準の区間で書き出すか、表の列の対応を手動で指定してください。",
    },
  },
  "zetaview-grid-end": {
    severity: "warning",
    message: {
      en: "The size table ends at {size} nm instead of 5997.5 nm; particles above may be lost.",
      ja: "粒径表が5997.5 nmではなく{size} nmで終わっています。それより大きい粒子が失われた可能性があります。",
    },
    remedy: exportAgain,
  },
  "zetaview-no-particles": {
    severity: "warning",
    message: {
      en: "No particles: the instrument traced none. A median of 0 printed here is not a size.",
      ja: "粒子なし：装置は粒子を1つも追跡していません。印字された中央値0は粒径ではありません。",
    },
    remedy: {
      en: "Measure at a lower dilution, or report the sample as below the detection limit.",
      ja: "希釈倍率を下げて測定するか、検出限界未満として報告してください。",
    },
  },
  "zetaview-second-table-incomplete": {
    severity: "warning",
    message: {
      en: "The second table (logarithmic bins) is missing or damaged; it is used for checking only.",
      ja: "2番目の表（対数区間）がないか破損しています。この表は照合にのみ用います。",
    },
    remedy: exportAgain,
  },
  "zetaview-tables-disagree": {
    severity: "warning",
    message: {
      en: "The two tables count {first} and {second} particles, further apart than rounding explains.",
      ja: "2つの表の粒子数が{first}と{second}で、丸めでは説明できないほど異なります。",
    },
    remedy: compare,
  },
  "zetaview-traces-disagree": {
    severity: "warning",
    message: {
      en: "The header says {traces} traces, the size table holds {total}.",
      ja: "ヘッダーの軌跡数は{traces}ですが、粒径表の合計は{total}です。",
    },
    remedy: compare,
  },
  "zetaview-concentration-disagrees": {
    severity: "warning",
    message: {
      en: "In {count} bins the concentration is not in the proportion to the particle number that the whole table has ({factor} per mL and particle).",
      ja: "{count}個の区間で、濃度と粒子数の比が表全体の比（1粒子あたり{factor}個/mL）と一致しません。",
    },
    remedy: compare,
  },
  "zetaview-volume-disagrees": {
    severity: "warning",
    message: {
      en: "In {count} bins volume or area does not follow from size and number: a number may be damaged.",
      ja: "{count}個の区間で、体積または面積が粒径と粒子数に合いません。数値が破損している可能性があります。",
    },
    remedy: exportAgain,
  },
  "zetaview-frame-count-disagrees": {
    severity: "warning",
    message: {
      en: "{frame} particles per frame on average do not go with a total concentration of {concentration} per mL.",
      ja: "1フレームあたりの平均粒子数{frame}は、合計濃度{concentration}個/mLと両立しません。",
    },
    remedy: compare,
  },
  "zetaview-no-dilution": {
    severity: "warning",
    message: {
      en: "The file states no dilution, so it is unknown which sample its concentration is of.",
      ja: "希釈倍率が記載されていないため、どの試料の濃度か判断できません。",
    },
    remedy: {
      en: "Say what the concentration is of under `parameters: particles: concentrationState:` in study.yaml, and give the factor in samples.csv.",
      ja: "study.yaml の `parameters: particles: concentrationState:` に濃度が何のものかを書き、samples.csv に希釈倍率を記入してください。",
    },
  },
  "zetaview-dilution-unreadable": {
    severity: "warning",
    message: {
      en: "The dilution cannot be used, it has to be one factor of at least 1: “{words}”.",
      ja: "希釈倍率が使えません。1以上の1つの値である必要があります：「{words}」",
    },
    remedy: {
      en: "Say what the concentration is of under `parameters: particles: concentrationState:` in study.yaml, and give the factor in samples.csv.",
      ja: "study.yaml の `parameters: particles: concentrationState:` に濃度が何のものかを書き、samples.csv に希釈倍率を記入してください。",
    },
  },
  "zetaview-correction-factor": {
    severity: "warning",
    message: {
      en: "A concentration correction factor of {words} is set; the file does not say whether its table includes it.",
      ja: "濃度の補正係数{words}が設定されています。表の値に反映済みかどうかはファイルから分かりません。",
    },
    remedy: {
      en: "Ask who set the factor, and compare with the instrument's report.",
      ja: "係数を設定した担当者に確認し、装置の報告書と見比べてください。",
    },
  },
  "zetaview-mixed-decimals": {
    severity: "warning",
    message: {
      en: "The size table mixes decimal points and decimal commas; somebody edited it.",
      ja: "粒径表に小数点とコンマが混在しています。編集された可能性があります。",
    },
    remedy: exportAgain,
  },
} as const satisfies Readonly<Record<string, IssueDefinition>>;
