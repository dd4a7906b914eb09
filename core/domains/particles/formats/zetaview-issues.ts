import { defineIssues } from "../../../kernel/index.ts";
import { zetaviewSizeIssues } from "./zetaview-size-issues.ts";

/** Every issue that the three ZetaView readers can give. */
export const zetaviewIssues = defineIssues({
  ...zetaviewSizeIssues,
  "zetaview-no-header": {
    severity: "error",
    message: {
      en: "The ZetaView header is missing: neither a serial number nor the software's line was found.",
      ja: "ZetaViewのヘッダーがありません。装置番号もソフトウェアの行も見つかりません。",
    },
    remedy: {
      en: "Export the text file again from the ZetaView software.",
      ja: "ZetaViewソフトウェアからテキストファイルを再度書き出してください。",
    },
  },
  "zetaview-too-large": {
    severity: "error",
    message: {
      en: "The file has {size} bytes and more than a ZetaView text file can have: at most {bytes} bytes, {lines} lines and {fields} fields are read.",
      ja: "ファイルは{size}バイトで、ZetaViewのテキストファイルとしては大きすぎます。読み込む上限は{bytes}バイト、{lines}行、{fields}項目です。",
    },
    remedy: {
      en: "Check which file this is; videos and raw data are not read here.",
      ja: "ファイルの種類を確認してください。動画や生データはここでは読み込みません。",
    },
  },
  "zetaview-more-issues": {
    severity: "warning",
    message: {
      en: "{count} more doubts of this file are not listed.",
      ja: "このファイルには、ほかに{count}件の疑義がありますが、一覧を省略しました。",
    },
    remedy: {
      en: "Correct those that are listed, or export the file again.",
      ja: "一覧にあるものを修正するか、ファイルを書き出し直してください。",
    },
  },
  "zetaview-last-line-open": {
    severity: "warning",
    message: {
      en: "The last line has no line end: the file may have been cut short.",
      ja: "最終行に改行がありません。ファイルが途中で切れている可能性があります。",
    },
    remedy: {
      en: "Export the file again, or compare its size with the original's.",
      ja: "再度書き出すか、元のファイルとサイズを比べてください。",
    },
  },
  "zetaview-number-unreadable": {
    severity: "warning",
    message: {
      en: "The value of “{key}” is “{words}”, which cannot be used as a number; it counts as not stated.",
      ja: "「{key}」の値「{words}」は数値として使えないため、記載なしとして扱います。",
    },
    remedy: {
      en: "Look at the line in the file; export it again if it is damaged.",
      ja: "ファイルの該当行を確認し、破損していれば再度書き出してください。",
    },
  },
  "zetaview-version-not-checked": {
    severity: "note",
    message: {
      en: "The software version “{version}” is not one that this reader was written for (8.05.16, 8.06.01).",
      ja: "ソフトウェアのバージョン「{version}」は、この読み取り機能の対象（8.05.16、8.06.01）ではありません。",
    },
    remedy: {
      en: "Compare a few numbers with the instrument's own report.",
      ja: "いくつかの数値を装置の報告書と見比べてください。",
    },
  },
  "zetaview-never-checked": {
    severity: "warning",
    message: {
      en: "“{key}” holds the software's zero date: the check was never made, so its result says nothing.",
      ja: "「{key}」がソフトウェアの初期日付のままです。点検は一度も行われておらず、その判定に意味はありません。",
    },
    remedy: {
      en: "Run the check on the instrument before the next measurement.",
      ja: "次の測定の前に装置で点検を実施してください。",
    },
  },
  "zetaview-position-row-unreadable": {
    severity: "warning",
    message: {
      en: "A row of the position table could not be read and is left out: “{words}”.",
      ja: "測定位置の表に読み取れない行があり、除外しました：「{words}」",
    },
    remedy: {
      en: "Export the position file again; results by position are incomplete.",
      ja: "測定位置のファイルを再度書き出してください。位置ごとの結果が欠けています。",
    },
  },
  "zetaview-position-cell-unreadable": {
    severity: "warning",
    message: {
      en: "“{words}” in column “{column}” is not a number; the value counts as missing.",
      ja: "列「{column}」の「{words}」は数値ではないため、欠測として扱います。",
    },
    remedy: {
      en: "Look at the line in the file; export it again if it is damaged.",
      ja: "ファイルの該当行を確認し、破損していれば再度書き出してください。",
    },
  },
  "zetaview-position-shifted": {
    severity: "warning",
    message: {
      en: "The row of position {position} lacks its leading TAB (an empty “Use”); its cells were moved back by one.",
      ja: "位置{position}の行に、空欄の「Use」を示す先頭のタブがありません。セルを1列戻して読み取りました。",
    },
    remedy: {
      en: "Do not edit the exported file; export it again if the row looks wrong.",
      ja: "書き出したファイルは編集しないでください。行の内容が疑わしければ再度書き出してください。",
    },
  },
  "zetaview-position-no-traces": {
    severity: "warning",
    message: {
      en: "Position {position} has no traces; the sizes printed there ({words}) stand for “none” and count as missing.",
      ja: "位置{position}には軌跡がありません。そこに記された粒径（{words}）は「値なし」の印であり、欠測として扱います。",
    },
    remedy: {
      en: "Nothing to do where other positions have enough traces.",
      ja: "他の位置の軌跡が十分であれば対応は不要です。",
    },
  },
  "zetaview-positions-missing": {
    severity: "warning",
    message: {
      en: "{found} positions were read, {expected} are promised.",
      ja: "読み取れた測定位置は{found}か所ですが、{expected}か所あるはずです。",
    },
    remedy: {
      en: "Export the file again; rows were lost.",
      ja: "行が失われています。ファイルを再度書き出してください。",
    },
  },
  "zetaview-summary-incomplete": {
    severity: "warning",
    message: {
      en: "The row “{row}” is missing or unreadable: the position file ends early or is damaged.",
      ja: "「{row}」の行がないか読み取れません。測定位置のファイルが途中で切れているか破損しています。",
    },
    remedy: {
      en: "Export the position file again.",
      ja: "測定位置のファイルを再度書き出してください。",
    },
  },
  "zetaview-mean-disagrees": {
    severity: "warning",
    message: {
      en: "The mean of “{column}” over the used positions is {computed}, but the file prints {printed}.",
      ja: "使用された位置における「{column}」の平均は{computed}ですが、ファイルには{printed}と記されています。",
    },
    remedy: {
      en: "A row may be lost or changed; export the position file again.",
      ja: "行が失われたか書き換えられた可能性があります。測定位置のファイルを再度書き出してください。",
    },
  },
  "zetaview-original-disagrees": {
    severity: "warning",
    message: {
      en: "Original over measured concentration is not the same at all positions ({least} to {most}).",
      ja: "元の濃度と測定濃度の比が測定位置によって異なります（{least}～{most}）。",
    },
    remedy: {
      en: "One dilution factor holds for a file; export it again.",
      ja: "希釈倍率は1ファイルに1つのはずです。ファイルを再度書き出してください。",
    },
  },
  "zetaview-frame-factor-disagrees": {
    severity: "warning",
    message: {
      en: "Concentration over particles per frame is not the same at all positions ({least} to {most} per mL).",
      ja: "濃度と1フレームあたりの粒子数の比が測定位置によって異なります（{least}～{most}個/mL）。",
    },
    remedy: {
      en: "The instrument uses one factor for all positions; export the file again.",
      ja: "装置は全位置で同じ係数を使います。ファイルを再度書き出してください。",
    },
  },
  "zetaview-no-positions": {
    severity: "error",
    message: {
      en: "No position could be read.",
      ja: "測定位置を1か所も読み取れません。",
    },
    remedy: {
      en: "Export the position file again.",
      ja: "測定位置のファイルを再度書き出してください。",
    },
  },
  "zetaview-no-profile": {
    severity: "error",
    message: {
      en: "The file holds neither a zeta potential nor a profile.",
      ja: "ゼータ電位もプロファイルも含まれていません。",
    },
    remedy: {
      en: "Export the zeta measurement again from the ZetaView software.",
      ja: "ZetaViewソフトウェアからゼータ電位の測定を再度書き出してください。",
    },
  },
  "zetaview-no-zeta": {
    severity: "warning",
    message: {
      en: "No zeta potential in mV is printed; only the profile was read.",
      ja: "mV単位のゼータ電位が記されていないため、プロファイルのみを読み取りました。",
    },
    remedy: {
      en: "Look at the instrument's report: the fit may have failed.",
      ja: "装置の報告書を確認してください。フィットに失敗している可能性があります。",
    },
  },
  "zetaview-profile-row-unreadable": {
    severity: "warning",
    message: {
      en: "A row of the zeta profile cannot be read and is left out: “{words}”.",
      ja: "ゼータ電位のプロファイルに読み取れない行があり、除外しました：「{words}」",
    },
    remedy: {
      en: "Export the profile file again.",
      ja: "プロファイルのファイルを再度書き出してください。",
    },
  },
  "zetaview-no-profile-rows": {
    severity: "warning",
    message: {
      en: "The zeta profile across the cell is missing; only the header's values were read.",
      ja: "セル断面のゼータ電位プロファイルがないため、ヘッダーの値のみを読み取りました。",
    },
    remedy: {
      en: "Export the profile file again.",
      ja: "プロファイルのファイルを再度書き出してください。",
    },
  },
  "zetaview-profile-uneven": {
    severity: "warning",
    message: {
      en: "The profile's positions {positions} have no counterpart across the cell; rows may be lost.",
      ja: "プロファイルの位置{positions}に対応する反対側の位置がありません。行が失われた可能性があります。",
    },
    remedy: {
      en: "Export the profile file again.",
      ja: "プロファイルのファイルを再度書き出してください。",
    },
  },
});
