import { z } from "zod";
import { accepted, type ColumnMapping, type Issue, type Result, refused } from "../../../kernel/index.ts";
import { mappedIssues } from "./mapped-issues.ts";
import { nearestOf } from "./mapped-nearest.ts";

const name = z.string().min(1).max(200);

/** A person's word on the columns of a table, from `study.yaml`. Names of columns are as the header writes them. */
export const tableMapping = z.strictObject({
  method: z.enum(["NTA", "TRPS", "MRPS", "nano-flow", "interferometry"]),
  kind: z.enum(["bins", "particles"]),
  size: name,
  sizeUnit: z.enum(["nm", "um"]),
  /** Column of upper bin edges; `size` is then the lower edge. */
  upper: name.optional(),
  binPosition: z.enum(["centre", "lower", "upper"]).optional(),
  count: name.optional(),
  concentration: name.optional(),
  /** A number, or the column that repeats it. */
  totalConcentration: z.union([z.number().nonnegative(), name]).optional(),
  concentrationUnit: z
    .templateLiteral([z.enum(["{particles}", "particles"]), "/", z.enum(["mL", "uL", "L", "m3"])])
    .optional(),
  concentrationState: z.enum(["as measured", "original"]).optional(),
  dilution: z.number().min(1).optional(),
  detectionLimit: z.number().positive().meta({ unit: "nm" }).optional(),
  capture: name.optional(),
  sampleName: name.optional(),
  delimiter: z.enum([",", ";", "\t", "tab", "|"]).optional(),
  decimal: z.enum([",", "."]).optional(),
  headerLine: z.int().min(1).optional(),
  lastLine: z.int().min(1).optional(),
  vendor: name.optional(),
  model: name.optional(),
  software: name.optional(),
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
