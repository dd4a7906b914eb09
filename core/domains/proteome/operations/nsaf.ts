import { z } from "zod";
import { accepted, field, isRefused } from "../../../kernel/index.ts";
import { nsaf as spectralFactors } from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { orNull } from "./tables.ts";

export const nsaf = defineFinite({
  id: "proteome.nsaf",
  version: "1",
  title: { en: "Spectral counts by length (NSAF)", ja: "スペクトルカウントの長さ補正（NSAF）" },
  summary: {
    en: "Normalised spectral abundance factor of each protein of one sample: spectra per residue over their sum.",
    ja: "1 試料の各タンパク質について、残基あたりのスペクトル数をその総和で割った値（NSAF）を求めます。",
  },
  input: z.object({
    proteins: field(
      z
        .array(
          z.object({
            protein: field(z.string(), "", "Protein", "タンパク質"),
            count: field(
              z.number().nonnegative().nullable(),
              "1",
              "Spectral count; empty where not measured",
              "スペクトルカウント（測定なしは空）",
            ),
            length: field(z.number().positive(), "1", "Length in residues", "長さ（残基数）"),
          }),
        )
        .min(1),
      "",
      "Proteins",
      "タンパク質",
    ),
  }),
  parameters: z.object({}),
  example: {
    input: {
      proteins: [
        { protein: "CD81", count: 120, length: 600 },
        { protein: "CD9", count: 45, length: 237 },
        { protein: "TSG101", count: 300, length: 1500 },
      ],
    },
  },
  run: ({ proteins }) => {
    const counts = Float64Array.from(proteins, ({ count }) => count ?? Number.NaN);
    const lengths = Float64Array.from(proteins, ({ length }) => length);
    const found = spectralFactors({ rows: proteins.length, columns: 1, values: counts }, lengths);
    if (isRefused(found)) return found;
    const rows = proteins.map(({ protein }, row) => ({ protein, nsaf: orNull(found.value.values[row]!) }));
    return accepted({ proteins: rows }, found.warnings);
  },
});
