import { z } from "zod";
import { field } from "../../../kernel/index.ts";

export const temperature = field(z.number().positive(), "K", "Temperature of the sample", "試料の温度");

export const viscosity = field(
  z.number().positive(),
  "mPa.s",
  "Viscosity of the medium at this temperature; water where it is not given",
  "この温度における媒質の粘度（指定がなければ水の粘度）",
);

export const edges = field(z.array(z.number()).min(2), "nm", "Bin edges, ascending", "ビン境界（昇順）");

export const dilutionFactor = field(
  z.number(),
  "1",
  "Dilution factor, 1000 for 1:1000",
  "希釈倍率（1:1000 なら 1000）",
);
