import type { Text } from "vesica/kernel";

/** Words for values of a mapping that do not speak for themselves. */
export const choiceWords: Readonly<Record<string, Text>> = {
  bins: { en: "one row for each size bin", ja: "1 行が 1 つの粒径ビン" },
  particles: { en: "one row for each particle", ja: "1 行が 1 粒子" },
  um: { en: "µm", ja: "µm" },
  centre: { en: "centre", ja: "中央" },
  lower: { en: "lower edge", ja: "下限" },
  upper: { en: "upper edge", ja: "上限" },
  "as measured": { en: "of the sample as measured (diluted)", ja: "測定時の試料（希釈後）" },
  original: { en: "of the original sample", ja: "原試料（希釈前）" },
  "particles/uL": { en: "particles/µL", ja: "particles/µL" },
  "particles/m3": { en: "particles/m³", ja: "particles/m³" },
  tab: { en: "tab", ja: "タブ" },
};
