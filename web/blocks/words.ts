import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  why: { en: "Why this number?", ja: "この値の根拠" },
  drawing: { en: "Drawing …", ja: "描画中…" },
  notDrawn: { en: "This figure could not be drawn.", ja: "この図は描画できませんでした。" },
  saveFigure: { en: "Save this figure", ja: "この図を保存" },
  dataOf: { en: "CSV: {name}", ja: "CSV：{name}" },
  noPicture: {
    en: "This browser could not make a PNG of it; the SVG holds the same drawing.",
    ja: "このブラウザーでは PNG を作成できませんでした。SVG で同じ図を保存できます。",
  },
});
