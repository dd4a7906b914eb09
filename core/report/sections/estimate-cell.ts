import type { Estimate } from "../../kernel/index.ts";
import { type Content, chip, small } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { formatEstimate } from "../format.ts";
import { bareNumberOf, flagChips, numberOf, qualifierTexts } from "../wording.ts";
import type { HeadlineColumn } from "./headline-columns.ts";

/** The lines of a table's cell: the number, its interval, and what it is of or doubted for beyond its `column` and row. */
export function cellLines(
  estimate: Estimate,
  column: HeadlineColumn,
  common: readonly string[],
  context: ReportContext,
): readonly Content[] {
  const { interval } = formatEstimate(estimate);
  const own = Object.fromEntries(
    Object.entries(estimate.qualifiers).filter(([name]) => !(name in column.qualifiers)),
  );
  const chips = [
    ...qualifierTexts(own, context).map((text) => chip(text)),
    ...flagChips(
      estimate.flags.filter((flag) => !common.includes(flag) && !column.flags.includes(flag)),
      context,
    ),
  ];
  const content: Content[] = [
    [column.unit === null ? numberOf(estimate, context) : bareNumberOf(estimate, context)],
  ];
  if (interval !== null) content.push([small({ kind: "number", digits: interval })]);
  if (chips.length > 0) content.push(chips);
  return content;
}
