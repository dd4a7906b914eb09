import { z } from "zod";
import { field, type Issue } from "../../../kernel/index.ts";
import type { GeneSet } from "../../../statistics/index.ts";
import { inputIssues } from "./input-issues.ts";

export const geneSets = field(
  z
    .array(
      z.object({
        name: field(z.string(), "", "Set", "セット"),
        genes: field(z.array(z.string()), "", "Genes", "遺伝子"),
      }),
    )
    .min(1),
  "",
  "Gene sets",
  "遺伝子セット",
);

/** Parameters for which sets are tested. */
export const setSizes = {
  minSize: field(
    z.int().min(1).default(15),
    "1",
    "Least number of a set's genes measured",
    "測定されたセット内遺伝子数の下限",
  ),
  maxSize: field(
    z.int().min(1).default(500),
    "1",
    "Greatest number of a set's genes measured",
    "測定されたセット内遺伝子数の上限",
  ),
};

/** The sets as statistics take them. */
export function setsOf(given: z.infer<typeof geneSets>): readonly GeneSet[] {
  return given.map(({ name, genes }) => ({ id: name, genes }));
}

/** `proteome-limits-reversed` where the least size is above the greatest, else null. */
export function sizesIssue({ minSize, maxSize }: { minSize: number; maxSize: number }): Issue | null {
  if (minSize <= maxSize) return null;
  return inputIssues.raise("proteome-limits-reversed", { least: minSize, most: maxSize });
}
