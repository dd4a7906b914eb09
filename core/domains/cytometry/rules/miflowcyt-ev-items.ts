import type { Text } from "../../../kernel/index.ts";

export interface MiflowcytCategory {
  readonly id: string;
  readonly title: Text;
}

/** The seven categories of MIFlowCyt-EV (Welsh 2020, 10.1080/20013078.2020.1713526); each applies where the experiment touches it. */
export const miflowcytCategories: readonly MiflowcytCategory[] = [
  { id: "1", title: { en: "Before the analysis, and design", ja: "前処理と実験デザイン" } },
  { id: "2", title: { en: "Sample preparation", ja: "試料調製" } },
  { id: "3", title: { en: "Controls", ja: "対照" } },
  { id: "4", title: { en: "Calibration and acquisition", ja: "校正と取り込み" } },
  { id: "5", title: { en: "What the vesicles are like", ja: "小胞の特性" } },
  { id: "6", title: { en: "Reporting of the data", ja: "データの報告" } },
  { id: "7", title: { en: "Sharing of the data", ja: "データの共有" } },
];

export interface MiflowcytItemText {
  readonly category: string;
  readonly title: Text;
  /** What to write down, in our own words. */
  readonly asks: Text;
  /** Whether the item was compared with the table of the paper; if not, its number and scope are from the field's knowledge. */
  readonly wordingVerified: boolean;
}

const item = (
  category: string,
  en: string,
  ja: string,
  asksEn: string,
  asksJa: string,
): MiflowcytItemText => ({
  category,
  title: { en, ja },
  asks: { en: asksEn, ja: asksJa },
  wordingVerified: false,
});

/** The items by their numbers. */
export const miflowcytItems = {
  "1.1": item(
    "1",
    "Pre-analytical variables",
    "分析前の条件",
    "Source, collection, storage and isolation, as MISEV asks.",
    "由来、採取、保存、単離の条件（MISEV に沿って）。",
  ),
  "1.2": item(
    "1",
    "Experimental design",
    "実験デザイン",
    "Aim, groups, replicates and variables, as MIFlowCyt asks.",
    "目的、群、反復、変数（MIFlowCyt に沿って）。",
  ),
  "2.1": item(
    "2",
    "Staining",
    "染色",
    "Each reagent with clone, fluorochrome, lot and final concentration; temperature and time.",
    "各試薬のクローン、蛍光色素、ロット、終濃度、温度と時間。",
  ),
  "2.2": item(
    "2",
    "Washing",
    "洗浄",
    "How unbound reagent was removed, or that it was not.",
    "未結合試薬の除去方法、または除去していないこと。",
  ),
  "2.3": item("2", "Dilution", "希釈", "Diluent and factor of each sample.", "各試料の希釈液と希釈倍率。"),
  "3.1": item(
    "3",
    "Buffer-only control",
    "緩衝液のみの対照",
    "The diluent alone at the settings of the samples.",
    "試料と同じ設定で測定した希釈液のみ。",
  ),
  "3.2": item(
    "3",
    "Buffer with reagent",
    "緩衝液と試薬の対照",
    "The reagents in buffer without sample.",
    "試料を含まない緩衝液中の試薬。",
  ),
  "3.3": item("3", "Unstained control", "未染色対照", "The sample without reagent.", "試薬を加えない試料。"),
  "3.4": item(
    "3",
    "Isotype control",
    "アイソタイプ対照",
    "The sample with antibodies that bind nothing, at the same concentration.",
    "同濃度の非特異的抗体で染色した試料。",
  ),
  "3.5": item(
    "3",
    "Single-stained controls",
    "単染色対照",
    "Each fluorochrome alone, for compensation.",
    "補正（コンペンセーション）用の各蛍光色素単独の試料。",
  ),
  "3.6": item(
    "3",
    "Procedural control",
    "操作対照",
    "The whole procedure without vesicles.",
    "小胞を含まない試料で全操作を行ったもの。",
  ),
  "3.7": item(
    "3",
    "Serial dilution",
    "希釈系列",
    "Several dilutions that show single particles.",
    "単一粒子であることを示す複数の希釈。",
  ),
  "3.8": item(
    "3",
    "Detergent control",
    "界面活性剤対照",
    "The stained sample after detergent: vesicles disappear.",
    "界面活性剤で処理した染色試料（小胞の消失を確認）。",
  ),
  "4.1": item(
    "4",
    "Trigger channel and threshold",
    "トリガーチャンネルと閾値",
    "Which channel starts an event, and from which value.",
    "イベントを開始するチャンネルとその値。",
  ),
  "4.2": item(
    "4",
    "Flow rate and volume",
    "流量と体積",
    "How the acquired volume is known, and its check.",
    "取り込み体積の求め方とその確認。",
  ),
  "4.3": item(
    "4",
    "Fluorescence calibration",
    "蛍光の校正",
    "Beads, units and regression for each channel.",
    "各チャンネルのビーズ、単位、回帰式。",
  ),
  "4.4": item(
    "4",
    "Light-scatter calibration",
    "散乱光の校正",
    "Beads with diameter and refractive index, optical model.",
    "ビーズの直径と屈折率、光学モデル。",
  ),
  "5.1": item(
    "5",
    "Diameter, surface or volume",
    "直径・表面積・体積",
    "How the size of particles was approximated.",
    "粒子の大きさの推定方法。",
  ),
  "5.2": item(
    "5",
    "Refractive index",
    "屈折率",
    "Measured or assumed index of the particles.",
    "粒子の屈折率（測定値または仮定値）。",
  ),
  "5.3": item(
    "5",
    "Number of epitopes",
    "エピトープ数",
    "How brightness was turned into epitopes or bound antibodies.",
    "輝度からエピトープ数または結合抗体数を求めた方法。",
  ),
  "6.1": item(
    "6",
    "MIFlowCyt checklist",
    "MIFlowCyt チェックリスト",
    "The checklist filled in and enclosed.",
    "記入済みチェックリストの添付。",
  ),
  "6.2": item(
    "6",
    "Detection range of each channel",
    "各チャンネルの検出範囲",
    "Lower and upper end in calibrated units.",
    "校正単位での下限と上限。",
  ),
  "6.3": item(
    "6",
    "Number or concentration",
    "粒子数・濃度",
    "Per mL of the original sample, above the detection limit stated.",
    "原試料 1 mL あたりの値（検出限界を明記）。",
  ),
  "6.4": item(
    "6",
    "Brightness in calibrated units",
    "校正単位での輝度",
    "MESF, ERF or nm2, not arbitrary units.",
    "任意単位ではなく MESF、ERF、nm2 など。",
  ),
  "7.1": item(
    "7",
    "Public deposit",
    "公開リポジトリへの登録",
    "Where the raw files can be had, with the accession.",
    "生データの登録先とアクセッション番号。",
  ),
} as const;

export type MiflowcytId = keyof typeof miflowcytItems;

export const miflowcytIds = Object.keys(miflowcytItems) as readonly MiflowcytId[];
