import { defineIssues, type Issue } from "vesica/kernel";

/** What can be wrong with the folder, the disk or the process. */
export const appIssues = defineIssues({
  "folder-missing": {
    severity: "error",
    message: { en: 'There is no folder "{folder}".', ja: "フォルダー「{folder}」がありません。" },
    remedy: { en: "Check the path.", ja: "パスを確認してください。" },
  },
  "folder-is-a-file": {
    severity: "error",
    message: {
      en: '"{folder}" is a file, not a folder.',
      ja: "「{folder}」はフォルダーではなくファイルです。",
    },
    remedy: {
      en: "Name the folder that holds the instrument files.",
      ja: "装置のファイルが入ったフォルダーを指定してください。",
    },
  },
  "not-a-file": {
    severity: "error",
    message: {
      en: "This is not a file of the study: a folder, a pipe, a device, or a link that leads out of the study folder.",
      ja: "研究フォルダー内のファイルではありません（フォルダー、パイプ、デバイス、または研究フォルダーの外を指すリンクです）。",
    },
    remedy: {
      en: "Put the file itself into the study folder.",
      ja: "ファイルそのものを研究フォルダーに置いてください。",
    },
  },
  "link-outside": {
    severity: "warning",
    message: {
      en: "This link leads out of the study folder or to a folder and was not followed.",
      ja: "このリンクは研究フォルダーの外、またはフォルダーを指すため、たどりませんでした。",
    },
    remedy: {
      en: "Copy the file into the folder if it belongs to the study.",
      ja: "研究に含めるファイルであれば、フォルダーにコピーしてください。",
    },
  },
  "disk-permission": {
    severity: "error",
    message: {
      en: "You may not write or read here ({code}).",
      ja: "ここへの読み書きの権限がありません ({code})。",
    },
    remedy: {
      en: "Ask for the right, or copy the study to a folder of your own.",
      ja: "権限を得るか、研究を自分のフォルダーにコピーしてください。",
    },
  },
  "disk-read-only": {
    severity: "error",
    message: { en: "This disk is read-only.", ja: "このディスクは読み取り専用です。" },
    remedy: {
      en: "Copy the study to a disk that can be written.",
      ja: "書き込めるディスクに研究をコピーしてください。",
    },
  },
  "disk-full": {
    severity: "error",
    message: {
      en: "There is no space left on the disk ({code}).",
      ja: "ディスクの空き容量がありません ({code})。",
    },
    remedy: {
      en: "Free some space and run again; earlier results are as they were.",
      ja: "空き容量を作って再実行してください。以前の結果は変わっていません。",
    },
  },
  "disk-error": {
    severity: "error",
    message: { en: "The disk refused: {code}.", ja: "ディスクのエラー: {code}" },
    remedy: { en: "Check the path and the disk.", ja: "パスとディスクを確認してください。" },
  },
  "results-foreign": {
    severity: "error",
    message: {
      en: '"results" holds files that Vesica did not write: {list}',
      ja: "results に Vesica が作成していないファイルがあります: {list}",
    },
    remedy: {
      en: "Move them to another folder; results is replaced as a whole.",
      ja: "別のフォルダーに移してください。results は丸ごと置き換えられます。",
    },
  },
  "hidden-foreign": {
    severity: "error",
    message: {
      en: 'In ".vesica" there is what Vesica did not make: {list}',
      ja: ".vesica に Vesica が作成していないものがあります: {list}",
    },
    remedy: {
      en: "Remove the folder .vesica; Vesica makes it again.",
      ja: ".vesica フォルダーを削除してください。Vesica が作り直します。",
    },
  },
  "run-going-on": {
    severity: "error",
    message: {
      en: "Another run works on this folder (process {pid} on {host}).",
      ja: "このフォルダーは別の実行が使用中です (プロセス {pid}、{host})。",
    },
    remedy: {
      en: "Wait for it; if it is gone, delete {lock}.",
      ja: "終了を待ってください。残っていない場合は {lock} を削除してください。",
    },
  },
  "draft-exists": {
    severity: "error",
    message: {
      en: "The draft is there already; nothing was written.",
      ja: "下書きが既にあります。何も書き込みませんでした。",
    },
    remedy: {
      en: "Add rows for new files with: vesica init --update {folder}",
      ja: "新しいファイルの行を追加するには: vesica init --update {folder}",
    },
  },
  "draft-not-added": {
    severity: "error",
    message: {
      en: "The rows cannot be added to this sheet: its encoding or its columns have no place for them.",
      ja: "この試料表の文字コードまたは列では、新しい行を追加できません。",
    },
    remedy: {
      en: "Save it as CSV UTF-8 with the columns file, sample and capture.",
      ja: "file、sample、capture の列を持つ CSV UTF-8 として保存してください。",
    },
  },
  "results-missing": {
    severity: "error",
    message: { en: "There are no results to verify.", ja: "検証する結果がありません。" },
    remedy: { en: "Make them with: vesica run {folder}", ja: "先に実行してください: vesica run {folder}" },
  },
  "demo-folder-used": {
    severity: "error",
    message: {
      en: '"{folder}" is not empty and not an earlier example study.',
      ja: "「{folder}」は空ではなく、以前の例題でもありません。",
    },
    remedy: {
      en: "Name another folder: vesica demo FOLDER",
      ja: "別のフォルダーを指定してください: vesica demo フォルダー",
    },
  },
  "demo-missing": {
    severity: "error",
    message: { en: "This build has no example study.", ja: "この版には例題がありません。" },
    remedy: { en: "", ja: "" },
  },
  "input-not-json": {
    severity: "error",
    message: { en: "The input is not JSON: {reason}", ja: "入力が JSON ではありません: {reason}" },
    remedy: {
      en: "Give a JSON file, or - for standard input.",
      ja: "JSON ファイル、または標準入力の - を指定してください。",
    },
  },
});

/** The issue for an error of the operating system, or null where the error is none. */
export function diskIssue(error: unknown, file?: string): Issue | null {
  const { code, path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (typeof code !== "string" || syscall === undefined || !/^E[A-Z0-9]+$/.test(code)) return null;
  const known = { EACCES: "disk-permission", EPERM: "disk-permission", EROFS: "disk-read-only" } as const;
  const full = code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG";
  const issue = full ? "disk-full" : (known[code as keyof typeof known] ?? "disk-error");
  const where = file ?? path?.replace(/\.partial-[0-9a-f]+$/, "");
  return appIssues.raise(issue, { code }, where === undefined ? {} : { file: where });
}
