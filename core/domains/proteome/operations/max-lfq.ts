import { z } from "zod";
import { accepted, field, isRefused, portable } from "../../../kernel/index.ts";
import { maxLfq as profilesOf } from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { matrixOfRows, orNull } from "./tables.ts";

const precursor = z.object({
  protein: field(z.string(), "", "Protein group", "タンパク質グループ"),
  precursor: field(z.string(), "", "Precursor or peptide", "プリカーサーまたはペプチド"),
  values: field(
    z.array(z.number().nonnegative().nullable()),
    "1",
    "Intensity in each sample; 0 or empty where not measured",
    "試料ごとの強度（測定なしは 0 または空）",
  ),
});

export const maxLfq = defineFinite({
  id: "proteome.maxLfq",
  version: "1",
  title: { en: "Protein profiles from peptides (MaxLFQ)", ja: "ペプチドからのタンパク質定量（MaxLFQ）" },
  summary: {
    en: "Log2 profiles of protein groups from linear peptide intensities: medians of pairwise ratios, solved by least squares.",
    ja: "ペプチドの線形強度から、試料対ごとの比の中央値と最小二乗法でタンパク質の log2 プロファイルを求めます。",
  },
  input: z.object({
    precursors: field(z.array(precursor).min(1), "", "Precursors", "プリカーサー"),
  }),
  parameters: z.object({
    leastShared: field(
      z.int().min(1).default(2),
      "1",
      "Peptides that a pair of samples has to share",
      "試料対に共通して必要なペプチド数",
    ),
    level: field(
      z.enum(["total", "mean"]).default("total"),
      "",
      "What fixes a profile's level: summed intensity, or mean of logarithms",
      "プロファイルの高さの基準（強度の合計、または対数の平均）",
    ),
  }),
  example: {
    input: {
      precursors: [
        { protein: "CD81", precursor: "a2", values: [1200, 2500, 620] },
        { protein: "CD81", precursor: "b2", values: [800, 1540, null] },
        { protein: "CD81", precursor: "c3", values: [310, 640, 150] },
        { protein: "ALB", precursor: "d2", values: [90000, 46000, 88000] },
        { protein: "ALB", precursor: "e2", values: [52000, 24500, 51000] },
      ],
    },
  },
  run: ({ precursors }, options) => {
    const matrix = matrixOfRows(precursors, (row) => precursors[row]!.precursor);
    if (isRefused(matrix)) return matrix;
    const { columns } = matrix.value;
    const logs = matrix.value.values.map((value) => (value > 0 ? portable.log2(value) : Number.NaN));
    const names = [...new Set(precursors.map(({ protein }) => protein))];
    const groups = Int32Array.from(precursors, ({ protein }) => names.indexOf(protein));
    const found = profilesOf({ ...matrix.value, values: logs }, groups, options);
    if (isRefused(found)) return found;
    const { data, components } = found.value;
    const proteins = names.map((protein, row) => ({
      protein,
      log2: Array.from(data.values.subarray(row * columns, (row + 1) * columns), orNull),
      components: Array.from(components.subarray(row * columns, (row + 1) * columns), (one) =>
        one < 0 ? null : one + 1,
      ),
    }));
    return accepted({ proteins }, found.warnings);
  },
});
