import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  promise: {
    en: "Drop a folder, see what you have.",
    ja: "フォルダーをドロップすれば、何があるか分かります。",
  },
  example: { en: "Open the example study", ja: "例題を開く" },
  folder: { en: "Choose a folder", ja: "フォルダーを選ぶ" },
  files: { en: "Choose files", ja: "ファイルを選ぶ" },
  drop: {
    en: "Drop instrument files or a folder here",
    ja: "装置のファイルまたはフォルダーをここにドロップ",
  },
});
