import type { Issue, Text } from "vesica/kernel";

/** What to do about an issue on the page, where the catalogue's remedy speaks of a command or of a file that the page writes itself. */
export const pageRemedies: Readonly<Record<string, Text>> = {
  "folder-empty": {
    en: "Choose the folder that the instrument's exports are in.",
    ja: "装置から書き出したファイルのあるフォルダーを選んでください。",
  },
  "folder-too-many-files": {
    en: "Open a folder inside it: one study at a time.",
    ja: "その中のフォルダーを、研究ごとに開いてください。",
  },
  "file-unreadable": {
    en: "Check that it is still there, unchanged and not open elsewhere, then open the folder again.",
    ja: "ファイルが残っていて、変更されておらず、ほかで使用中でないことを確認し、フォルダーを開き直してください。",
  },
  "study-missing": {
    en: "Open the folder again: the page drafts the study and its sample sheet from the files.",
    ja: "フォルダーを開き直してください。研究ファイルと試料表の下書きは、ファイルからこのページが作ります。",
  },
  "nothing-recognised": {
    en: "If these are tables, map their columns on the Files page; otherwise choose the folder with the instrument's own exports.",
    ja: "表であれば「ファイル」のページで列を対応づけてください。そうでなければ、装置から書き出したファイルのフォルダーを選んでください。",
  },
  "file-not-recognised": {
    en: "On the Files page: name its format or map its columns if it is a table; ignore it if it does not belong to the study.",
    ja: "「ファイル」のページで、表であれば形式を指定するか列を対応づけてください。この研究のファイルでなければ対象外にできます。",
  },
  "file-format-ambiguous": {
    en: "On the Files page, name the format of this file.",
    ja: "「ファイル」のページで、このファイルの形式を指定してください。",
  },
  "mapping-format-unknown": {
    en: "On the Files page, choose the format of this file from the list.",
    ja: "「ファイル」のページで、このファイルの形式を一覧から選んでください。",
  },
  "mapped-no-mapping": {
    en: "On the Files page, map its columns: method, size with its unit, and a concentration or count.",
    ja: "「ファイル」のページで列を対応づけてください。測定法、粒径とその単位、濃度または個数が必要です。",
  },
  "file-not-in-sheet": {
    en: "In the sample sheet, add the rows of files without one, then fill them in.",
    ja: "「試料表」で、行のないファイルの行を追加し、内容を記入してください。",
  },
  "file-copies": {
    en: "Keep one of them and ignore the others: on the Files page, or with the role ignore in the sample sheet.",
    ja: "1 つだけを残し、ほかは「ファイル」のページで対象外にするか、「試料表」の役割を ignore にしてください。",
  },
};

/** What a person can do about an issue here on the page. */
export function remedyOf(issue: Pick<Issue, "code" | "remedy">): Text {
  return Object.hasOwn(pageRemedies, issue.code) ? pageRemedies[issue.code]! : issue.remedy;
}
