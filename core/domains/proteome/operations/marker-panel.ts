import { z } from "zod";
import { accepted, field } from "../../../kernel/index.ts";
import { markerPanel as panelOf } from "../analysis/markers/panel.ts";
import { categoryVersion } from "./category-version.ts";
import { defineFinite } from "./define-finite.ts";

export const markerPanel = defineFinite({
  id: "proteome.markerPanel",
  version: "1",
  title: { en: "Protein categories that a preparation shows", ja: "標品が示すタンパク質カテゴリー" },
  summary: {
    en: "Which of the five MISEV categories genes detected, and genes tested for and absent, fill.",
    ja: "検出された遺伝子と、検査して不検出の遺伝子から、MISEV の 5 カテゴリーの充足状況を示します。",
  },
  input: z.object({
    detected: field(z.array(z.string()), "", "Genes detected", "検出された遺伝子"),
    absentTested: field(
      z.array(z.string()).default([]),
      "",
      "Genes tested for and not found",
      "検査して不検出の遺伝子",
    ),
  }),
  parameters: z.object({ version: categoryVersion }),
  example: { input: { detected: ["CD81", "TSG101"], absentTested: ["APOB", "CANX"] } },
  run: ({ detected, absentTested }, { version }) => accepted({ ...panelOf(detected, absentTested, version) }),
});
