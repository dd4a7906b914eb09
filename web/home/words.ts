import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  promise: { en: "Drop a folder, see what you have.", ja: "フォルダーをドロップすれば、中身が分かります。" },
  lead: {
    en: "Vesica reads the files of your particle instruments and gives numbers that can be defended: each with its interval, what it assumed, and the way back to the file.",
    ja: "Vesica は粒子計測装置のファイルを読み、根拠を示せる値を返します。どの値にも区間、置いた仮定、元ファイルまでの経路が付きます。",
  },
  drop: { en: "Drop a folder or files here", ja: "フォルダーまたはファイルをここにドロップ" },
  formats: {
    en: "NanoSight, ZetaView, Zetasizer, Stunner, DynaPro, FCS of any cytometer, and tables by column mapping",
    ja: "NanoSight、ZetaView、Zetasizer、Stunner、DynaPro、各社サイトメーターの FCS、列対応を指定した表",
  },
  folder: { en: "Choose a folder", ja: "フォルダーを選ぶ" },
  files: { en: "Choose files", ja: "ファイルを選ぶ" },
  example: { en: "Open the example study", ja: "例題を開く" },
  exampleHelp: {
    en: "Simulated files of three instruments with known truth: what cells release under hypoxia.",
    ja: "真値が分かっている 3 種の装置の模擬ファイル（低酸素下で細胞が放出する粒子）",
  },
  private: { en: "Nothing leaves this computer", ja: "データは外に出ません" },
  privateText: {
    en: "All is computed on this computer. Nothing is sent anywhere, and the page works without a network once it is loaded.",
    ja: "計算はすべてこのコンピューター上で行われ、どこにも送信しません。一度読み込めばオフラインでも使えます。",
  },
  doubt: { en: "Doubt stays with the number", ja: "疑わしさを値に残します" },
  doubtText: {
    en: "A concentration says whether it is of the diluted or the original sample. A file that is not understood is refused with the reason.",
    ja: "濃度には希釈後か原液かを明記します。理解できないファイルは理由を示して受け付けません。",
  },
  same: { en: "The same bytes everywhere", ja: "どこでも同じ結果" },
  sameText: {
    en: "The result document is the one that the command line writes, byte for byte; any number can be made again.",
    ja: "結果文書はコマンドラインの出力とバイト単位で一致し、どの値も再計算できます。",
  },
  found: {
    en: "{read} of {all} files recognised",
    ja: "{all} ファイル中 {read} ファイルを認識",
  },
  count: { en: "{count} files", ja: "{count} ファイル" },
  otherFiles: {
    en: "{count} not recognised or refused",
    ja: "{count} ファイルは認識できないか受け付けられません",
  },
  see: { en: "See the files", ja: "ファイルを見る" },
  sheet: { en: "Fill in the sample sheet", ja: "試料表を記入" },
  asked: {
    en: "What the files do not say, and you can:",
    ja: "ファイルに書かれていないこと（記入できます）",
  },
  results: { en: "See the results", ja: "結果を見る" },
  close: { en: "Close this study", ja: "この研究を閉じる" },
  closeAsk: {
    en: "The changes to the sample sheet or the parameters are in this page only. Close the study and lose them?",
    ja: "試料表やパラメーターの変更はこのページにしかありません。破棄して閉じますか。",
  },
  refused: { en: "These files cannot be opened as a study.", ja: "これらのファイルは研究として開けません。" },
  another: { en: "Another study", ja: "別の研究" },
  analyse: { en: "Analyse", ja: "解析する" },
});
