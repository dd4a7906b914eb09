import type { IssueDefinition } from "../../../kernel/index.ts";
import { exportAgain } from "./fcs-issues-file.ts";

const compareCounts = {
  en: "Compare number and values of the events with the cytometer's own software before using them.",
  ja: "使用する前に、イベントの数と値をサイトメーターのソフトウェアと照合してください。",
} as const;

/** What can be wrong with the place and the length of the DATA segment. */
export const dataIssues = {
  "fcs-offset-unreadable": {
    severity: "warning",
    message: {
      en: "{key} is “{words}” and cannot be a place in the file; it was ignored.",
      ja: "{key}の「{words}」はファイル内の位置として使えないため、無視しました。",
    },
    remedy: compareCounts,
  },
  "fcs-offsets-from-header": {
    severity: "warning",
    message: {
      en: "$BEGINDATA or $ENDDATA is missing or unusable; the place of the events was taken from the HEADER.",
      ja: "$BEGINDATAまたは$ENDDATAがないか使用できないため、イベントの位置をHEADERから取りました。",
    },
    remedy: compareCounts,
  },
  "fcs-offsets-disagree": {
    severity: "warning",
    message: {
      en: "HEADER says DATA is bytes {header}, TEXT says {text}; {used} was used, since only that fits the number of events.",
      ja: "DATAの位置がHEADERでは{header}、TEXTでは{text}です。イベント数と合うのは{used}のみであるため、それを使用しました。",
    },
    remedy: compareCounts,
  },
  "fcs-offsets-by-filler": {
    severity: "warning",
    message: {
      en: "HEADER says DATA is bytes {header}, TEXT says {text}, and both fit; {used} was used, since only that leaves no data between TEXT and DATA.",
      ja: "DATAの位置がHEADERでは{header}、TEXTでは{text}で、どちらも長さは合います。TEXTとDATAの間にデータが残らないのは{used}のみであるため、それを使用しました。",
    },
    remedy: compareCounts,
  },
  "fcs-ends-disagree": {
    severity: "warning",
    message: {
      en: "HEADER says DATA is bytes {header}, TEXT says {text}; the end in {used} fits the number of events and was used.",
      ja: "DATAの位置がHEADERでは{header}、TEXTでは{text}です。イベント数と合う{used}の終了位置を使用しました。",
    },
    remedy: compareCounts,
  },
  "fcs-offsets-ambiguous": {
    severity: "error",
    message: {
      en: "HEADER says DATA is bytes {header}, TEXT says {text}; both fit the number of events, so the events cannot be told.",
      ja: "DATAの位置がHEADERでは{header}、TEXTでは{text}で、どちらもイベント数と合うため、判別できません。",
    },
    remedy: exportAgain,
  },
  "fcs-offsets-unclear": {
    severity: "error",
    message: {
      en: "HEADER says DATA is bytes {header}, TEXT says {text}; neither fits {events} events of {bytes} bytes.",
      ja: "DATAの位置がHEADERでは{header}、TEXTでは{text}で、どちらも{bytes}バイト×{events}イベントと合いません。",
    },
    remedy: exportAgain,
  },
  "fcs-data-missing": {
    severity: "error",
    message: {
      en: "Neither HEADER nor TEXT gives a usable place of the DATA segment.",
      ja: "HEADERにもTEXTにも、使用可能なDATAセグメントの位置がありません。",
    },
    remedy: exportAgain,
  },
  "fcs-data-overlaps": {
    severity: "error",
    message: {
      en: "DATA should begin at byte {begin}, but there the events would lie inside HEADER or TEXT.",
      ja: "DATAはバイト{begin}から始まるはずですが、イベントがHEADERまたはTEXTと重なります。",
    },
    remedy: exportAgain,
  },
  "fcs-data-beyond-file": {
    severity: "error",
    message: {
      en: "The events should reach to byte {end}, but the file has {size} bytes: it is cut, or its offsets are wrong.",
      ja: "イベントはバイト{end}まであるはずですが、ファイルは{size}バイトです。ファイルが途中で切れているか、オフセットが誤っています。",
    },
    remedy: {
      en: "Copy or download the file again.",
      ja: "ファイルをコピーまたはダウンロードし直してください。",
    },
  },
  "fcs-event-size-disagrees": {
    severity: "error",
    message: {
      en: "The DATA segment has {stated} bytes for each event, but the channels' widths add up to {bytes}.",
      ja: "DATAセグメントは1イベントあたり{stated}バイトですが、チャンネル幅の合計は{bytes}バイトです。",
    },
    remedy: exportAgain,
  },
  "fcs-end-exclusive": {
    severity: "warning",
    message: {
      en: "The end of DATA is written one byte too far; the events fit without that byte.",
      ja: "DATAの終了位置が1バイト大きく書かれています。そのバイトを除くとイベントと一致します。",
    },
    remedy: {
      en: "A known habit of some software (MACSQuant, Coulter, Apogee); the events are complete.",
      ja: "一部のソフトウェア（MACSQuant、Coulter、Apogeeなど）の既知の癖です。イベントは揃っています。",
    },
  },
  "fcs-end-missing": {
    severity: "warning",
    message: {
      en: "The end of DATA is not written; {events} events were taken from $TOT.",
      ja: "DATAの終了位置が書かれていないため、$TOTから{events}イベントとしました。",
    },
    remedy: compareCounts,
  },
  "fcs-total-missing": {
    severity: "warning",
    message: {
      en: "$TOT is missing or unusable; {events} events were counted from the length of DATA.",
      ja: "$TOTがないか使用できないため、DATAの長さから{events}イベントとしました。",
    },
    remedy: compareCounts,
  },
  "fcs-total-disagrees": {
    severity: "warning",
    message: {
      en: "$TOT says {total} events, DATA has room for {room}; {events} were read.",
      ja: "$TOTは{total}イベントですが、DATAの長さは{room}イベント分です。{events}イベントを読みました。",
    },
    remedy: compareCounts,
  },
  "fcs-total-unclear": {
    severity: "error",
    message: {
      en: "$TOT ({total}) and the DATA segment ({length} bytes, {bytes} for an event) cannot both be right.",
      ja: "$TOT（{total}）とDATAセグメント（{length}バイト、1イベント{bytes}バイト）が両立しません。",
    },
    remedy: exportAgain,
  },
  "fcs-no-events": {
    severity: "warning",
    message: { en: "The data set holds no events.", ja: "データセットにイベントがありません。" },
    remedy: {
      en: "Check whether the acquisition was started.",
      ja: "取得が開始されていたか確認してください。",
    },
  },
} as const satisfies Record<string, IssueDefinition>;
