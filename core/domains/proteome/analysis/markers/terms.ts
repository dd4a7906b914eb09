import type { Text } from "../../../../kernel/index.ts";
import type { PanelRow, PanelStatus } from "./panel.ts";

/** What the five questions to a preparation's proteins are. */
export const panelTerms: Readonly<Record<PanelRow["id"], Text>> = {
  PRO1: {
    en: "A membrane protein of plasma membrane or endosome is detected (category 1)",
    ja: "細胞膜またはエンドソームの膜タンパク質を検出（カテゴリー1）",
  },
  PRO2: {
    en: "A cytosolic protein of vesicles is detected (category 2)",
    ja: "小胞の細胞質タンパク質を検出（カテゴリー2）",
  },
  PRO3: {
    en: "A protein that is often co-isolated was tested for (category 3)",
    ja: "共分離されやすいタンパク質を検査（カテゴリー3）",
  },
  PRO4: {
    en: "A protein of other compartments was tested for (category 4, for claims about small vesicles)",
    ja: "他の細胞内区画のタンパク質を検査（カテゴリー4、小型EVを論じる場合）",
  },
  PRO5: {
    en: "A secreted protein was tested for (category 5, for claims about function)",
    ja: "分泌タンパク質を検査（カテゴリー5、機能を論じる場合）",
  },
};

export const panelStatusTerms: Readonly<Record<PanelStatus, Text>> = {
  pass: { en: "given", ja: "あり" },
  weak: {
    en: "weak: proteins of category 2b alone; MISEV2018 accepts them, this label is Vesica's choice",
    ja: "弱い：カテゴリー2bのみ（MISEV2018では認められますが、この表示はVesicaの判断です）",
  },
  fail: { en: "missing", ja: "なし" },
  "not tested": {
    en: "not tested; needed where the claims ask for it",
    ja: "未検査（主張の内容によって必要）",
  },
};

/** How intervals of this folder were made. */
export const markerIntervalTerms: Readonly<Record<"t-logit-between-samples", Text>> = {
  "t-logit-between-samples": {
    en: "t-interval of the logits between samples",
    ja: "試料間のロジットのt区間",
  },
};
