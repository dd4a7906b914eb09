import type { IssueDefinition } from "../../../kernel/index.ts";
import { exportAgain } from "./fcs-issues-file.ts";

const checkChannel = {
  en: "Check this channel against the cytometer's own software before using it.",
  ja: "使用する前に、このチャンネルをサイトメーターのソフトウェアと照合してください。",
} as const;

const giveMatrix = {
  en: "Give the compensation matrix yourself, from single-stained controls.",
  ja: "単染色コントロールから求めた補正行列を指定してください。",
} as const;

/** What can be wrong with channels, with what is said of the acquisition, and with the spillover matrix. */
export const channelIssues = {
  "fcs-too-many-channels": {
    severity: "error",
    message: {
      en: "$PAR says {count} parameters; between 1 and {limit} are read.",
      ja: "$PARは{count}です。1から{limit}までのパラメーター数に対応しています。",
    },
    remedy: exportAgain,
  },
  "fcs-width-not-read": {
    severity: "error",
    message: {
      en: "{key} is “{words}”: integers of 8, 16, 24 and 32 bits are read.",
      ja: "{key}が「{words}」です。8、16、24、32ビットの整数に対応しています。",
    },
    remedy: exportAgain,
  },
  "fcs-width-disagrees": {
    severity: "warning",
    message: {
      en: "{key} is “{words}”, but values of this type take {bits} bits; that was used.",
      ja: "{key}が「{words}」ですが、このデータ型は{bits}ビットであるため、{bits}ビットとして読みました。",
    },
    remedy: checkChannel,
  },
  "fcs-range-ignored": {
    severity: "warning",
    message: {
      en: "{key} is “{words}” and says no range; all bits of the values were kept.",
      ja: "{key}の「{words}」からレンジが分からないため、値の全ビットを使用しました。",
    },
    remedy: checkChannel,
  },
  "fcs-range-unusable": {
    severity: "error",
    message: {
      en: "{key} is “{words}”, but a logarithmic channel cannot be made linear without its range.",
      ja: "{key}が「{words}」です。対数チャンネルはレンジなしで線形値に戻せません。",
    },
    remedy: exportAgain,
  },
  "fcs-amplification-missing": {
    severity: "warning",
    message: {
      en: "{key} is missing; the channel was taken as linear.",
      ja: "{key}がないため、線形チャンネルとして扱いました。",
    },
    remedy: checkChannel,
  },
  "fcs-amplification-unusable": {
    severity: "error",
    message: {
      en: "{key} is “{words}”: neither linear (0,0) nor decades and first value.",
      ja: "{key}が「{words}」です。線形(0,0)でも、ディケード数と最初の値でもありません。",
    },
    remedy: exportAgain,
  },
  "fcs-log-on-float": {
    severity: "warning",
    message: {
      en: "{key} is “{words}”, but floating-point values are linear already; they were left as they are.",
      ja: "{key}が「{words}」ですが、浮動小数点の値はすでに線形であるため、そのまま使用しました。",
    },
    remedy: checkChannel,
  },
  "fcs-gain-unusable": {
    severity: "warning",
    message: {
      en: "{key} is “{words}”, which is no positive number; it was not applied.",
      ja: "{key}の「{words}」は正の数ではないため、適用していません。",
    },
    remedy: checkChannel,
  },
  "fcs-gain-with-log": {
    severity: "warning",
    message: {
      en: "{key} is “{words}”, but the channel's amplifier is logarithmic, which has no gain; it was not applied.",
      ja: "{key}が「{words}」ですが、対数アンプのチャンネルにはゲインがないため、適用していません。",
    },
    remedy: checkChannel,
  },
  "fcs-name-missing": {
    severity: "warning",
    message: {
      en: "{key} is missing or empty; the channel is called {name}.",
      ja: "{key}がないか空であるため、チャンネル名を{name}としました。",
    },
    remedy: checkChannel,
  },
  "fcs-name-twice": {
    severity: "warning",
    message: {
      en: "{key} gives “{words}” to a second channel; it is called {name} here.",
      ja: "{key}の「{words}」は別のチャンネルと重複するため、{name}としました。",
    },
    remedy: checkChannel,
  },
  "fcs-time-step-unusable": {
    severity: "warning",
    message: {
      en: "$TIMESTEP is “{words}”, which is no step in seconds; times are in the instrument's ticks.",
      ja: "$TIMESTEPの「{words}」は秒単位の刻みではありません。時間は装置の刻みのままです。",
    },
    remedy: checkChannel,
  },
  "fcs-time-disagrees": {
    severity: "warning",
    message: {
      en: "The time channel runs for {channel} s, the clock for {clock} s; the duration is not stated.",
      ja: "時間チャンネルでは{channel}秒、時計では{clock}秒です。取得時間は不明としました。",
    },
    remedy: {
      en: "State the duration yourself where a rate is needed; the time channel may have wrapped around or been paused.",
      ja: "流速などが必要な場合は取得時間を指定してください。時間チャンネルの桁あふれや一時停止の可能性があります。",
    },
  },
  "fcs-volume-unusable": {
    severity: "warning",
    message: {
      en: "$VOL is “{words}”, which is no volume in nL.",
      ja: "$VOLの「{words}」はnL単位の体積ではありません。",
    },
    remedy: {
      en: "State the acquired volume yourself where a concentration is needed.",
      ja: "濃度が必要な場合は、取得体積を指定してください。",
    },
  },
  "fcs-spillover-unreadable": {
    severity: "warning",
    message: {
      en: "{key} is no complete matrix of numbers ({parts} parts, {expected} expected); no spillover is known.",
      ja: "{key}は完全な数値行列ではありません（要素数{parts}、期待値{expected}）。スピルオーバーは不明とします。",
    },
    remedy: giveMatrix,
  },
  "fcs-spillover-unmatched": {
    severity: "warning",
    message: {
      en: "{key} names “{words}”, which is not exactly one channel of the file; no spillover is known.",
      ja: "{key}の「{words}」に対応するチャンネルを1つに特定できません。スピルオーバーは不明とします。",
    },
    remedy: giveMatrix,
  },
  "fcs-compensated-already": {
    severity: "note",
    message: {
      en: "{key} says what the instrument has subtracted already; it must not be subtracted again.",
      ja: "{key}は装置がすでに差し引いた補正（コンペンセーション）です。二重に補正しないでください。",
    },
    remedy: {
      en: "Use the values as they are, or acquire without compensation in hardware.",
      ja: "値をそのまま使用するか、ハードウェア補正なしで取得してください。",
    },
  },
} as const satisfies Record<string, IssueDefinition>;
