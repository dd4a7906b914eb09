import { z } from "zod";
import { accepted, type Interval, isRefused } from "../../../../kernel/index.ts";
import { confidenceLevel } from "../../../../statistics/confidence-level.ts";
import { defineFinite } from "../define-finite.ts";
import { calibrationBeads, channelValues, curveModel } from "./bead-schemas.ts";
import { surfaceDiameter } from "./bead-units.ts";
import { calibrate } from "./calibration-curve.ts";
import { calibrationCurve } from "./fluorescence-calibration-operation.ts";

const diameterInterval = (area: Interval | null): Interval | null =>
  area && { ...area, lower: surfaceDiameter(area.lower), upper: surfaceDiameter(area.upper) };

export const surfaceDiameterOfDye = defineFinite({
  id: "cytometry.surfaceDiameter",
  version: "1",
  title: { en: "Diameter from a membrane dye", ja: "膜染色色素による直径" },
  summary: {
    en: "Surface area from membrane dye fluorescence by standards of known area, and the diameter of a sphere with that surface.",
    ja: "表面積既知の標準から膜染色の蛍光を表面積に換算し、同じ表面積をもつ球の直径を求めます。",
  },
  input: z.object({
    standards: calibrationBeads,
    values: channelValues("Fluorescence of the particles", "粒子の蛍光値"),
  }),
  parameters: z.object({ model: curveModel, level: confidenceLevel }),
  example: {
    input: {
      standards: [
        { median: 310, value: 7850 },
        { median: 1190, value: 31_400 },
        { median: 4700, value: 125_700 },
        { median: 10_600, value: 282_700 },
      ],
      values: [450, 900, 2400, 6100],
    },
  },
  run({ standards, values }, { model, level }) {
    const fit = calibrationCurve(standards, "nm2", model, level);
    if (isRefused(fit)) return fit;
    const { calibration, curve } = fit.value;
    const particles = values.map((x) => {
      const { value: area, interval, flags } = calibrate(curve, x, level);
      const isSphere = area !== null && area > 0;
      const diameter = isSphere ? surfaceDiameter(area) : null;
      return { x, area, diameter, interval: isSphere ? diameterInterval(interval) : null, flags };
    });
    const assumptions = ["beads_at_sample_settings", "dye_proportional_to_surface"];
    return accepted({ calibration, curve, particles, assumptions }, fit.warnings);
  },
});
