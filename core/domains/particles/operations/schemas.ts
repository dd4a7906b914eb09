import { z } from "zod";

/** The schema with its UCUM `unit` and its name in both languages: `meta({ unit, title, label: { en, ja } })`. */
export function field<S extends z.ZodType>(schema: S, unit: string, en: string, ja: string): S {
  return schema.meta({ unit, title: en, label: { en, ja } }) as S;
}

export const temperature = field(z.number().positive(), "K", "Temperature of the sample", "試料の温度");

export const viscosity = field(
  z.number().positive(),
  "mPa.s",
  "Viscosity of the medium at this temperature; water where it is not given",
  "この温度における媒質の粘度（指定がなければ水の粘度）",
);

export const edges = field(z.array(z.number()).min(2), "nm", "Bin edges, ascending", "ビン境界（昇順）");

export const confidenceLevel = field(
  z.number().gt(0).lt(1).default(0.95),
  "1",
  "Confidence level",
  "信頼水準",
);

export const dilutionFactor = field(
  z.number(),
  "1",
  "Dilution factor, 1000 for 1:1000",
  "希釈倍率（1:1000 なら 1000）",
);
