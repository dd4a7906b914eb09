import type { Estimate } from "../../kernel/index.ts";
import { type Content, type Inline, joined, lines, small } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { groupBy } from "../group.ts";
import { flagChips } from "../wording.ts";
import { type HeadlineColumn, markerName } from "./headline-columns.ts";

/** From this many cells on a doubt is told once for the row. */
const manyCells = 3;

export interface RowDoubts {
  /** Flags that the row's cells need not repeat. */
  readonly common: readonly string[];
  readonly content: Content;
}

/** Doubts told once for a row: those of all its numbers, and those of many with the quantities that they are of. */
export function rowDoubts(
  inRow: readonly (readonly Estimate[])[],
  columns: readonly HeadlineColumn[],
  context: ReportContext,
): RowDoubts {
  const all = inRow.flat();
  const common: string[] = [];
  const parts: Inline[] = [];
  for (const flag of new Set(all.flatMap(({ flags }) => flags))) {
    const everywhere =
      all.every(({ flags }) => flags.includes(flag)) && !columns.every(({ flags }) => flags.includes(flag));
    const cells = columns.filter(
      (column, index) =>
        !column.flags.includes(flag) && inRow[index]!.some(({ flags }) => flags.includes(flag)),
    );
    if (!everywhere && cells.length < manyCells) continue;
    common.push(flag);
    const chips = flagChips([flag], context);
    if (everywhere) parts.push(...chips);
    else parts.push(lines(chips, [small(...quantityNames(cells, inRow, columns, context))]));
  }
  return { common, content: parts };
}

/** `Positive fraction, Brightness (FITC-A)`: markers where the row has other numbers of the quantity. */
function quantityNames(
  cells: readonly HeadlineColumn[],
  inRow: readonly (readonly Estimate[])[],
  columns: readonly HeadlineColumn[],
  context: ReportContext,
): readonly Inline[] {
  const names = [...groupBy(cells, ({ id }) => id)].map(([id, own]): Inline => {
    const given = columns.filter((column, index) => column.id === id && inRow[index]!.length > 0);
    const name = context.term(id);
    if (own.length === given.length) return name;
    const markers = own.map((column) => markerName(column, context));
    return small(name, " (", ...joined(markers, ", "), ")");
  });
  return joined(names, ", ");
}
