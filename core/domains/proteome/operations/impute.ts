import { z } from "zod";
import { accepted, field, isRefused, type Result } from "../../../kernel/index.ts";
import {
  type DrawnFrom,
  downShifted,
  type Imputed,
  kNearest,
  type Matrix,
  minProb,
  qrilc,
  type RandomlyImputed,
} from "../../../statistics/index.ts";
import { defineFinite } from "./define-finite.ts";
import { matrixOfProteins, proteinRows, proteinsOf } from "./tables.ts";

const parameters = z.object({
  method: field(
    z.enum(["down-shifted", "min-prob", "qrilc", "k-nearest"]).default("down-shifted"),
    "",
    "Method: the first three for values below detection, k-nearest for values missing at random",
    "方法（前 3 つは検出下限未満の欠測、k-nearest は無作為な欠測）",
  ),
  seed: field(
    z
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .default(1),
    "1",
    "Seed of the draws",
    "乱数の種",
  ),
  shift: field(
    z.number().min(0).max(10).default(1.8),
    "1",
    "down-shifted: SDs below the mean",
    "down-shifted：平均から下げる標準偏差の数",
  ),
  width: field(
    z.number().min(0).max(10).default(0.3),
    "1",
    "down-shifted: width in SDs",
    "down-shifted：幅（標準偏差の倍数）",
  ),
  q: field(
    z.number().min(0).max(1).default(0.01),
    "1",
    "min-prob: quantile of the centre",
    "min-prob：中心の分位",
  ),
  tune: field(
    z.number().gt(0).max(10).default(1),
    "1",
    "min-prob, qrilc: factor of the SD",
    "min-prob・qrilc：標準偏差の係数",
  ),
  k: field(z.int().min(1).max(1000).default(10), "1", "k-nearest: neighbours", "k-nearest：近傍の数"),
});

function filled(data: Matrix, { method, seed, shift, width, q, tune, k }: z.infer<typeof parameters>) {
  const made = {
    "down-shifted": (): Result<Imputed | RandomlyImputed> => downShifted(data, { seed, shift, width }),
    "min-prob": () => minProb(data, { seed, q, tune }),
    qrilc: () => qrilc(data, { seed, tune }),
    "k-nearest": () => kNearest(data, { k }),
  };
  return made[method]();
}

export const impute = defineFinite({
  id: "proteome.impute",
  version: "1",
  title: { en: "Imputation of missing values", ja: "欠測値の補完" },
  summary: {
    en: "Missing log2 abundances filled in by draws below detection or by neighbours; what was filled in is told.",
    ja: "欠測した log2 存在量を検出下限未満の乱数または近傍の値で補い、どの値を補ったかを示します。",
  },
  input: z.object({
    proteins: proteinRows(
      "Log2 abundance in each sample; empty where missing",
      "試料ごとの log2 存在量（欠測は空）",
    ),
  }),
  parameters,
  example: {
    input: {
      proteins: [
        { protein: "CD81", values: [24.2, 24.6, 23.9, 24.1] },
        { protein: "CD63", values: [22.9, null, 22.4, 23.1] },
        { protein: "TSG101", values: [20.3, 20.9, null, 20.1] },
        { protein: "ALB", values: [27.2, 27.9, 26.8, 27.4] },
        { protein: "CANX", values: [null, 19.2, null, 19.6] },
        { protein: "ENO1", values: [23.1, 23.4, 22.8, 23.2] },
      ],
    },
  },
  run: ({ proteins }, options) => {
    const data = matrixOfProteins(proteins);
    if (isRefused(data)) return data;
    const found = filled(data.value, options);
    if (isRefused(found)) return found;
    const { data: after, mask } = found.value;
    const { columns } = data.value;
    const drawn: readonly DrawnFrom[] =
      "drawnFrom" in found.value ? (found.value as RandomlyImputed).drawnFrom : [];
    return accepted(
      {
        imputed: mask.reduce((n, one) => n + one, 0),
        missing: after.values.reduce((n, value) => n + (Number.isNaN(value) ? 1 : 0), 0),
        proteins: proteinsOf(
          proteins.map(({ protein }) => protein),
          after,
        ).map((row, at) => ({
          ...row,
          imputedSamples: row.values.flatMap((_, sample) =>
            mask[at * columns + sample] === 1 ? [sample + 1] : [],
          ),
        })),
        drawnFrom: drawn.flatMap(({ mean, sd, upper }, at) =>
          Number.isNaN(mean) || Number.isNaN(sd)
            ? []
            : [{ sample: at + 1, mean, sd, upper: Number.isFinite(upper) ? upper : null }],
        ),
      },
      found.warnings,
    );
  },
});
