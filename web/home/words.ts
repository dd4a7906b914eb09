import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  promise: { en: "Drop a folder, see what you have.", ja: "フォルダーをドロップすれば、中身が分かります。" },
  lead: {
    en: "Vesica reads the files of your particle instruments and gives numbers that can be defended: each with its interval, what it assumed, and the way back to the file.",
    ja: "Vesica は粒子計測装置のファイルを読み、根拠を説明できる値を示します。どの値にも区間、前提とした仮定、元のファイルまでの過程が付きます。",
  },
  drop: { en: "Drop a folder or files here", ja: "フォルダーまたはファイルをここにドロップ" },
  formats: {
    en: "NanoSight, ZetaView, Zetasizer, Stunner, DynaPro, FCS of any cytometer, and tables by column mapping",
    ja: "NanoSight、ZetaView、Zetasizer、Stunner、DynaPro、各社サイトメーターの FCS、列の意味を指定した表",
  },
  folder: { en: "Choose a folder", ja: "フォルダーを選ぶ" },
  files: { en: "Choose files", ja: "ファイルを選ぶ" },
  example: { en: "Open the example study", ja: "例題を開く" },
  exampleHelp: {
    en: "Simulated files of three instruments with known truth: what cells release under hypoxia.",
    ja: "真の値が分かっている模擬データ（装置 3 種、低酸素下で細胞が放出する粒子）",
  },
  private: { en: "Nothing leaves this computer", ja: "データは外に出ません" },
  privateText: {
    en: "All is computed on this computer. Nothing is sent anywhere, and the page works without a network once it is loaded.",
    ja: "計算はすべてこのコンピューター上で行われ、どこにも送信しません。一度読み込めばオフラインでも使えます。",
  },
  doubt: { en: "Doubt stays with the number", ja: "疑問点を値と一緒に示します" },
  doubtText: {
    en: "A concentration says whether it is of the diluted or the original sample. A file that is not understood is refused with the reason.",
    ja: "濃度には、希釈試料の値か原試料の値かを明記します。正しく読めないファイルは、理由を示して使いません。",
  },
  same: { en: "The same results everywhere", ja: "どこでも同じ結果" },
  sameText: {
    en: "The same files give the same numbers on another computer; any number can be made again from the raw files.",
    ja: "同じファイルからは別のコンピューターでも同じ値が得られ、どの値も元のファイルから計算し直せます。",
  },
  found: {
    en: "{read} of {all} files recognised",
    ja: "{all} ファイル中 {read} ファイルを認識",
  },
  count: { en: "{count} files", ja: "{count} ファイル" },
  otherFiles: {
    en: "{count} not recognised or refused",
    ja: "{count} ファイルは認識または読み取りができません",
  },
  see: { en: "See the files", ja: "ファイルを見る" },
  sheet: { en: "Fill in the sample sheet", ja: "試料表を記入" },
  asked: {
    en: "What the files do not say, and you can fill in",
    ja: "ファイルからは分からず、記入が必要なこと",
  },
  nothingRead: {
    en: "Vesica can read none of these files. If some are tables, say on the Files page what their columns are; otherwise choose the folder with the instrument's own exports.",
    ja: "読み取れるファイルがありません。表があれば「ファイル」のページで列の意味を指定してください。なければ、装置から書き出したファイルのフォルダーを選んでください。",
  },
  untitled: { en: "Chosen files", ja: "選んだファイル" },
  results: { en: "See the results", ja: "結果を見る" },
  closeAsk: {
    en: "The changes to the sample sheet or the parameters are in this page only. Close the study and lose them?",
    ja: "試料表やパラメーターの変更はこのページにしかありません。破棄して閉じますか。",
  },
  refused: { en: "These files cannot be opened as a study.", ja: "これらのファイルは研究として開けません。" },
  another: { en: "Another study", ja: "別の研究を開く" },
  analyse: { en: "Analyse", ja: "解析する" },
});
