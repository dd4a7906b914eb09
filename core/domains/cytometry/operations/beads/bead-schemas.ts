import { z } from "zod";
import { field } from "../../../../kernel/index.ts";
import { beadUnits } from "./bead-units.ts";

export const beadUnit = field(z.enum(beadUnits), "", "Unit of the assigned values", "表示値の単位");

export const curveModel = field(
  z.enum(["power", "proportional", "offset"]).default("power"),
  "",
  "Curve: slope free, slope 1, or with the beads' own fluorescence",
  "校正曲線（傾き自由・傾き 1・ビーズの自家蛍光あり）",
);

export const calibrationBeads = z.array(
  z.object({
    median: field(z.number(), "1", "Median of the bead population", "ビーズ集団の中央値"),
    value: field(z.number(), "1", "Assigned value; 0 for the blank", "表示値（ブランクは 0）"),
  }),
);

export const channelValues = (en: string, ja: string) => field(z.array(z.number()), "1", en, ja);
