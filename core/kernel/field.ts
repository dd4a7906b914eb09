import type { z } from "zod";

/** The schema with its UCUM `unit` and its name in both languages: `meta({ unit, title, label: { en, ja } })`. */
export function field<S extends z.ZodType>(schema: S, unit: string, en: string, ja: string): S {
  return schema.meta({ unit, title: en, label: { en, ja } }) as S;
}
