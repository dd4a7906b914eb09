import { z } from "zod";
import { accepted, type ColumnMapping, type Issue, type Result, refused } from "../../../kernel/index.ts";
import { mappedIssues } from "./mapped-issues.ts";
import { nearestOf } from "./mapped-nearest.ts";

const name = z.string().min(1).max(200);

const said = <S extends z.ZodType>(schema: S, en: string, ja: string, more: z.core.GlobalMeta = {}): S =>
  schema.meta({ label: { en, ja }, ...more }) as S;
/** The field names a column as the table's header writes it. */
const column = { column: true };

/** A person's word on the columns of a table, from `study.yaml`. Names of columns are as the header writes them. */
export const tableMapping = z.strictObject({
  method: said(
    z.enum(["NTA", "TRPS", "MRPS", "nano-flow", "interferometry"]),
    "Method of measurement",
    "測定法",
  ),
  kind: said(
    z.enum(["bins", "particles"]),
    "Whether a row is a bin or a single particle",
    "1 行がビンか、単一粒子か",
  ),
  size: said(name, "Column of diameters", "直径の列", column),
  sizeUnit: said(z.enum(["nm", "um"]), "Unit of the diameters", "直径の単位"),
  upper: said(
    name.optional(),
    "Column of upper bin edges; `size` is then the lower edge",
    "ビン上限の列（このとき `size` は下限）",
    column,
  ),
  binPosition: said(
    z.enum(["centre", "lower", "upper"]).optional(),
    "What `size` is of a bin",
    "`size` がビンのどの位置か",
  ),
  count: said(name.optional(), "Column of particles per bin", "ビンごとの粒子数の列", column),
  concentration: said(name.optional(), "Column of concentration per bin", "ビンごとの濃度の列", column),
  totalConcentration: said(
    z.union([z.number().nonnegative(), name]).optional(),
    "Total concentration: a number, or the column that repeats it",
    "全濃度（数値、または同じ値が繰り返される列）",
    column,
  ),
  concentrationUnit: said(
    z
      .templateLiteral([z.enum(["{particles}", "particles"]), "/", z.enum(["mL", "uL", "L", "m3"])])
      .optional(),
    "Unit of the concentrations",
    "濃度の単位",
    { examples: ["particles/mL", "particles/uL", "particles/L", "particles/m3"] },
  ),
  concentrationState: said(
    z.enum(["as measured", "original"]).optional(),
    "Whether concentrations are of the diluted sample or the original",
    "濃度が測定時（希釈後）のものか、原試料のものか",
  ),
  dilution: said(
    z.number().min(1).optional(),
    "Dilution factor, 1000 for 1:1000",
    "希釈倍率（1:1000 なら 1000）",
  ),
  detectionLimit: said(
    z.number().positive().optional(),
    "Least diameter that the method sees",
    "検出できる最小粒子径",
    { unit: "nm" },
  ),
  capture: said(
    name.optional(),
    "Column that names the capture of a row",
    "行がどの測定のものかを示す列",
    column,
  ),
  sampleName: said(name.optional(), "Name of the sample", "試料名"),
  delimiter: said(
    z.enum([",", ";", "\t", "tab", "|"]).optional(),
    "Character between cells; found if not given",
    "区切り文字（省略時は自動判定）",
  ),
  decimal: said(
    z.enum([",", "."]).optional(),
    "Decimal sign; found if not given",
    "小数点の記号（省略時は自動判定）",
  ),
  headerLine: said(
    z.int().min(1).optional(),
    "Line of the header; found if not given",
    "見出しの行番号（省略時は自動判定）",
  ),
  lastLine: said(z.int().min(1).optional(), "Last line of the table", "表の最終行"),
  vendor: said(name.optional(), "Maker of the instrument", "装置の製造元"),
  model: said(name.optional(), "Model of the instrument", "装置の型式"),
  software: said(name.optional(), "Software that wrote the table", "表を出力したソフトウェア"),
});

export type TableMapping = z.infer<typeof tableMapping>;

const expected: Readonly<Record<string, string>> = {
  method: "NTA, TRPS, MRPS, nano-flow, interferometry",
  kind: "bins, particles",
  sizeUnit: "nm, um",
  binPosition: "centre, lower, upper",
  totalConcentration: ">= 0, “column”",
  concentrationUnit: "{particles}/mL, {particles}/uL, {particles}/L, {particles}/m3",
  concentrationState: "as measured, original",
  dilution: ">= 1",
  detectionLimit: "> 0 nm",
  delimiter: "“,” “;” “|” tab",
  decimal: "“,” “.”",
  headerLine: "1, 2, 3 ...",
  lastLine: "1, 2, 3 ...",
};

/** The mapping after validation; refuses with `mapped-field-unknown`, `mapped-field-invalid` or `mapped-fields-disagree`. */
export function validMapping(given: ColumnMapping): Result<TableMapping> {
  const parsed = tableMapping.safeParse(given);
  if (!parsed.success) return refused(...parsed.error.issues.flatMap((issue) => fieldIssues(issue, given)));
  const mapping = parsed.data;
  const issues: Issue[] = [];
  const need = (needed: string, words: string) =>
    issues.push(mappedIssues.raise("mapped-fields-disagree", { needed, given: words }));
  const hasTotal = mapping.totalConcentration !== undefined;
  const hasConcentration = mapping.concentration !== undefined || hasTotal;
  if (hasConcentration && mapping.concentrationUnit === undefined) need("concentrationUnit", "concentration");
  if (
    mapping.kind === "bins" &&
    mapping.concentration === undefined &&
    !(mapping.count !== undefined && hasTotal)
  ) {
    need("concentration, or count + totalConcentration", "kind: bins");
  }
  if (mapping.kind === "particles" && mapping.concentration !== undefined)
    need("kind: bins", "concentration");
  if (mapping.upper !== undefined && (mapping.binPosition ?? "lower") !== "lower") {
    need("binPosition: lower", "upper");
  }
  return issues.length > 0 ? refused(...issues) : accepted(mapping);
}

function fieldIssues(issue: z.core.$ZodIssue, given: ColumnMapping): Issue[] {
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(tableMapping.shape);
    return issue.keys.map((field) =>
      mappedIssues.raise("mapped-field-unknown", { field, nearest: nearestOf(field, known) }),
    );
  }
  const field = String(issue.path[0] ?? "");
  const value = given[field] === undefined ? "—" : JSON.stringify(given[field]);
  return [mappedIssues.raise("mapped-field-invalid", { field, value, expected: expected[field] ?? "“...”" })];
}
