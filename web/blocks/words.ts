import { defineMessages } from "vesica/kernel";

export const words = defineMessages({
  why: { en: "Why this number?", ja: "この値の根拠" },
  drawing: { en: "Drawing …", ja: "描画中…" },
  notDrawn: { en: "This figure could not be drawn.", ja: "この図は描画できませんでした。" },
});
