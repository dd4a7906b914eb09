import type { IssueDefinition } from "../../../kernel/index.ts";

export const exportAgain = {
  en: "Export the file again from the cytometer's software.",
  ja: "サイトメーターのソフトウェアからファイルを再度エクスポートしてください。",
} as const;

/** What can be wrong with the file as a whole: its HEADER, its chain of data sets, its size. */
export const fileIssues = {
  "fcs-not-fcs": {
    severity: "error",
    message: {
      en: "The name says flow cytometry, but the file does not begin with “FCS”: it begins with “{begin}”.",
      ja: "ファイル名はフローサイトメトリーですが、先頭が「FCS」ではなく「{begin}」です。",
    },
    remedy: {
      en: "Check that this is the original file and that the download or copy is complete.",
      ja: "元のファイルであること、ダウンロードやコピーが完全であることを確認してください。",
    },
  },
  "fcs-version-not-read": {
    severity: "error",
    message: {
      en: "The file says “{version}”; FCS 2.0, 3.0, 3.1 and 3.2 are read.",
      ja: "ファイルのバージョンは「{version}」です。読み取れるのはFCS 2.0、3.0、3.1、3.2です。",
    },
    remedy: exportAgain,
  },
  "fcs-header-cut": {
    severity: "error",
    message: {
      en: "The file ends inside the HEADER, which needs 58 bytes: {bytes} are there.",
      ja: "HEADER（58バイト）の途中でファイルが終わっています（{bytes}バイトのみ）。",
    },
    remedy: exportAgain,
  },
  "fcs-header-unreadable": {
    severity: "error",
    message: {
      en: "The HEADER gives no usable place of the TEXT segment: “{words}”.",
      ja: "HEADERに使用可能なTEXTセグメントの位置がありません：「{words}」。",
    },
    remedy: exportAgain,
  },
  "fcs-next-backwards": {
    severity: "error",
    message: {
      en: "$NEXTDATA is “{words}”: it does not point forward, so the data sets would go round in circles.",
      ja: "$NEXTDATAが「{words}」で前方を指していないため、データセットの参照が循環します。",
    },
    remedy: exportAgain,
  },
  "fcs-next-missing": {
    severity: "warning",
    message: {
      en: "$NEXTDATA points to byte {byte}, where no FCS data set begins; only what comes before was read.",
      ja: "$NEXTDATAはバイト{byte}を指していますが、そこにFCSデータセットがありません。それより前のみ読み込みました。",
    },
    remedy: {
      en: "Check that the file is complete; a second data set may be lost.",
      ja: "ファイルが完全か確認してください。2番目以降のデータセットが失われている可能性があります。",
    },
  },
  "fcs-too-many-sets": {
    severity: "error",
    message: {
      en: "The file chains more than {sets} data sets, or their TEXT is together larger than {bytes} bytes.",
      ja: "データセットが{sets}個を超えるか、TEXTの合計が{bytes}バイトを超えています。",
    },
    remedy: {
      en: "Export each tube or well to a file of its own.",
      ja: "チューブまたはウェルごとに別のファイルへエクスポートしてください。",
    },
  },
  "fcs-same-events": {
    severity: "note",
    message: {
      en: "The {sets} data sets hold the same acquisition: the first as the instrument compensated it in 10 bits, a later one as measured.",
      ja: "{sets}個のデータセットは同じ取得データです。最初は装置側で補正済みの10ビット、後のものは測定値そのままです。",
    },
    remedy: {
      en: "Use one of them, as a rule the last; do not add their events.",
      ja: "通常は最後のデータセットのみを使用し、イベント数を合算しないでください。",
    },
  },
  "fcs-more-issues": {
    severity: "warning",
    message: {
      en: "{count} more doubts of this file are not listed.",
      ja: "このファイルには、ほかに{count}件の疑義がありますが、一覧を省略しました。",
    },
    remedy: exportAgain,
  },
} as const satisfies Record<string, IssueDefinition>;
