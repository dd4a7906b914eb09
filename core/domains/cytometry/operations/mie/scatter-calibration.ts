import { z } from "zod";
import { accepted, field, isRefused, refused } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { polystyreneIndex } from "./dispersion.ts";
import { scatterIssues } from "./issues.ts";
import { fitScatter } from "./scatter-fit.ts";
import { direction, illumination, offset, opticsOf } from "./schemas.ts";

/** Diameters over which light collected from beads is computed, nm. */
const beadSizes = { smallest: 5, largest: 20_000 };

const bead = z.object({
  name: field(z.string().default(""), "", "Name of the bead", "ビーズの名称"),
  median: field(z.number(), "{a.u.}", "Median scatter signal", "散乱光信号の中央値"),
  sd: field(
    z.number().positive().optional(),
    "{a.u.}",
    "Standard deviation of the bead's signal, for its weight",
    "ビーズ信号の標準偏差（重み付け用）",
  ),
  diameter: field(z.number().min(beadSizes.smallest).max(beadSizes.largest), "nm", "Diameter", "直径"),
  index: field(
    z.number().positive().optional(),
    "1",
    "Refractive index at the laser's wavelength; polystyrene where it is not given",
    "レーザー波長での屈折率（指定がなければポリスチレン）",
  ),
  absorption: field(z.number().default(0), "1", "Imaginary part of the refractive index", "屈折率の虚部"),
});

export const scatterCalibration = defineFinite({
  id: "cytometry.scatterCalibration",
  version: "1",
  title: { en: "Scatter calibration on beads", ja: "ビーズによる散乱光の校正" },
  summary: {
    en: "Gain and collection half-angle of a scatter channel from beads of known size, by Mie theory and weighted least squares.",
    ja: "既知サイズのビーズから、Mie 理論と重み付き最小二乗法で散乱光チャンネルのゲインと集光半角を求めます。",
  },
  input: z.object({ beads: z.array(bead).min(1).max(50) }),
  parameters: z.object({
    ...illumination,
    ...direction,
    halfAngle: field(
      z.number().positive().optional(),
      "deg",
      "Half-angle of the collection cone where it is known; fitted where it is not given",
      "集光円錐の半角（既知の場合。指定がなければ推定）",
    ),
    lowestHalfAngle: field(
      z.number().positive().default(5),
      "deg",
      "Smallest half-angle searched",
      "探索する集光半角の下限",
    ),
    highestHalfAngle: field(
      z.number().positive().default(85),
      "deg",
      "Largest half-angle searched",
      "探索する集光半角の上限",
    ),
    offset,
    level: confidenceLevel,
  }),
  example: {
    input: {
      beads: [
        { name: "100 nm", median: 591, diameter: 100 },
        { name: "150 nm", median: 3642, diameter: 150 },
        { name: "200 nm", median: 9047, diameter: 200 },
        { name: "300 nm", median: 16_148, diameter: 300 },
        { name: "500 nm", median: 54_702, diameter: 500 },
      ],
    },
    parameters: { wavelength: 405, halfAngle: 45 },
  },
  run({ beads }, { halfAngle, lowestHalfAngle, highestHalfAngle, offset: background, level, ...rest }) {
    const lowest = halfAngle ?? lowestHalfAngle;
    const highest = halfAngle ?? highestHalfAngle;
    if (!(lowest <= highest)) {
      return refused(scatterIssues.raise("cytometry-scatter-range", { lower: lowest, upper: highest }));
    }
    const optics = opticsOf({ ...rest, halfAngle: highest });
    if (isRefused(optics)) return optics;
    const assumed = polystyreneIndex(rest.wavelength);
    const known = beads.map((one, i) => ({
      ...one,
      name: one.name || `${i + 1}`,
      index: one.index ?? assumed.index,
    }));
    const fit = fitScatter(known, optics.value, { lowest, highest, offset: background, level });
    if (isRefused(fit)) return fit;
    const extrapolated = assumed.extrapolated && beads.some(({ index }) => index === undefined);
    return accepted(
      {
        ...fit.value,
        flags: [...fit.value.flags, ...(extrapolated ? ["scatter_index_extrapolated"] : [])],
        assumptions: [
          "scatter_sphere",
          "scatter_plane_wave",
          "scatter_single_particle",
          "scatter_linear_detector",
          "scatter_bead_values",
        ],
      },
      fit.warnings,
    );
  },
});
