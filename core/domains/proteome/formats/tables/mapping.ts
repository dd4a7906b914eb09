import { z } from "zod";
import { accepted, type ColumnMapping, type Result, refused } from "../../../../kernel/index.ts";
import { quantityIssues } from "../issues.ts";

const name = z.string().min(1).max(200);

/** A field of a mapping with what a person is asked. */
export function said<S extends z.ZodType>(
  schema: S,
  en: string,
  ja: string,
  more: z.core.GlobalMeta = {},
): S {
  return schema.meta({ label: { en, ja }, ...more }) as S;
}

/** A field that names a column as the header writes it. */
export function columnField(en: string, ja: string) {
  return said(name.optional(), en, ja, { column: true });
}

/** Fields of every mapped quantity table. */
export const commonFields = {
  scale: said(z.enum(["linear", "log2"]), "Whether the numbers are logarithms", "数値が対数かどうか"),
  quantity: said(
    z.enum(["intensity", "spectral count", "peptide count", "ratio"]).optional(),
    "What the numbers are; intensity if not given",
    "数値の種類（省略時はintensity）",
  ),
  normalised: said(
    z.enum(["yes", "no", "not stated"]).optional(),
    "Whether the producer normalised them",
    "正規化済みかどうか",
  ),
  missing: said(
    z.enum(["empty", "zero"]).optional(),
    "How a quantity that was not measured is written; empty if not given",
    "未測定の値の書き方（省略時は空欄）",
  ),
  missingMark: said(name.optional(), "A further word for not measured", "未測定を表すその他の語"),
  decimal: said(
    z.enum([",", "."]).optional(),
    "Decimal sign; found if not given",
    "小数点の記号（省略時は自動判定）",
  ),
  delimiter: said(
    z.enum([",", ";", "\t", "tab"]).optional(),
    "Character between cells; found if not given",
    "区切り文字（省略時は自動判定）",
  ),
} as const;

/** The mapping after validation; refuses with `proteome-no-mapping` or `proteome-mapping-invalid`. */
export function validMapping<S extends z.ZodType>(schema: S, given?: ColumnMapping): Result<z.infer<S>> {
  if (given === undefined) return refused(quantityIssues.raise("proteome-no-mapping"));
  const { format: _, ...fields } = given;
  const parsed = schema.safeParse(fields);
  if (parsed.success) return accepted(parsed.data);
  return refused(
    ...parsed.error.issues.map((issue) => {
      const field = issue.code === "unrecognized_keys" ? issue.keys.join(", ") : String(issue.path[0] ?? "");
      return quantityIssues.raise("proteome-mapping-invalid", { field, reason: issue.message.slice(0, 200) });
    }),
  );
}

/** Character code of a mapping's delimiter. */
export function delimiterCode(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  return given === "tab" ? 9 : given.charCodeAt(0);
}

/** Whether `text` is what `pattern` says, in which `*` stands for any characters. Takes linear time. */
export function matchesPattern(text: string, pattern: string): boolean {
  const parts = pattern.split("*");
  if (parts.length === 1) return text === pattern;
  if (!text.startsWith(parts[0]!)) return false;
  let at = parts[0]!.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const last = parts.at(-1)!;
  return text.length - last.length >= at && text.endsWith(last);
}
