import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  title: { en: "Folder on this computer", ja: "このコンピューターのフォルダー" },
  saved: {
    en: "study.yaml and samples.csv are saved in the folder.",
    ja: "study.yaml と samples.csv はフォルダーに保存済みです。",
  },
  drafted: {
    en: "study.yaml and samples.csv are drafts that are not in the folder yet. Until they are, the page analyses the files itself and writes nothing.",
    ja: "study.yaml と samples.csv は下書きで、まだフォルダーにありません。保存するまではページ内で解析し、何も書き込みません。",
  },
  unsaved: {
    en: "Not in the folder yet: {files}. Until saved, the page tries your edits itself and writes nothing.",
    ja: "フォルダーに未保存: {files}。保存するまではページ内で試し、何も書き込みません。",
  },
  save: { en: "Save to the folder", ja: "フォルダーに保存" },
  saving: { en: "Saving …", ja: "保存中 …" },
  conflict: {
    en: "Changed on disk while you edited it here: {files}. Nothing was overwritten.",
    ja: "ここで編集している間に、ディスク上の {files} が変更されました。どちらも上書きしていません。",
  },
  takeDisk: { en: "Take the disk's", ja: "ディスクの内容を使う" },
  keepMine: { en: "Keep mine and save it", ja: "自分の編集を保存する" },
  aside: {
    en: "The version you decided against is still here.",
    ja: "選ばなかった方の内容もまだ残っています。",
  },
  putBack: { en: "Put it back", ja: "元に戻す" },
  forget: { en: "Let it go", ja: "破棄する" },
  key: {
    en: "This page was opened without the key to the folder. Open the whole address that vesica serve printed.",
    ja: "フォルダーの鍵なしで開かれています。vesica serve が表示したアドレス全体を開いてください。",
  },
  lost: {
    en: "vesica serve does not answer. What you see and what you edited stays; it goes on when the server is back.",
    ja: "vesica serve が応答しません。表示と編集内容は保たれ、サーバーが戻れば続行します。",
  },
  other: { en: "Back to the folder {title}", ja: "フォルダー {title} に戻る" },
  changed: { en: "{files} changed on disk", ja: "{files} がディスク上で変更されました" },
  added: { en: "{files}: new in the folder", ja: "{files} がフォルダーに追加されました" },
  removed: { en: "{files}: gone from the folder", ja: "{files} がフォルダーからなくなりました" },
  more: { en: "and {count} more", ja: "ほか {count} 件" },
  again: { en: "; analysed again.", ja: "。再解析しました。" },
  stop: { en: ".", ja: "。" },
});
