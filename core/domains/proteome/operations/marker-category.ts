import { z } from "zod";
import { accepted, field } from "../../../kernel/index.ts";
import { categoryOf } from "../analysis/markers/assign.ts";
import { categoryVersions } from "../analysis/markers/versions.ts";
import { categoryVersion } from "./category-version.ts";
import { defineFinite } from "./define-finite.ts";

export const markerCategory = defineFinite({
  id: "proteome.markerCategory",
  version: "1",
  title: { en: "Protein category of a gene", ja: "遺伝子のタンパク質カテゴリー" },
  summary: {
    en: "MISEV protein category of gene symbols, human or mouse, by exact symbol or whole family, and by which rule.",
    ja: "ヒト・マウスの遺伝子記号を、完全一致または族の規則で MISEV のタンパク質カテゴリーに分類し、根拠の規則を示します。",
  },
  input: z.object({ genes: field(z.array(z.string()).min(1), "", "Genes", "遺伝子") }),
  parameters: z.object({ version: categoryVersion }),
  example: { input: { genes: ["CD63", "Cd9", "ITGA2B", "ACTB", "ALB", "CANX", "KRT1"] } },
  run: ({ genes }, { version }) => {
    const { verified } = categoryVersions[version];
    const rows = genes.map((one) => {
      const { gene, category, matchedBy, rule, also, ambiguous } = categoryOf(one, version);
      return { gene, category, matchedBy, rule, also, ambiguous };
    });
    const versionVerified = verified.meanings && verified.genes && verified.numbering;
    return accepted({ version, versionVerified, genes: rows });
  },
});
