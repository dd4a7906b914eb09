import type { Estimate } from "../../kernel/index.ts";
import { type Content, chip, type Inline, lines, small, type TableColumn } from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { groupBy } from "../group.ts";
import { byMarker, markerOf, markerQualifiers } from "../markers.ts";
import { unitText } from "../units.ts";
import { flagChips, qualifierTexts } from "../wording.ts";

/** What all numbers of a headline column share, told once in its head. */
export interface HeadlineColumn {
  readonly id: string;
  /** What tells the column from the others of its quantity; null where the quantity has one column. */
  readonly marker: string | null;
  /** Null where the units differ. */
  readonly unit: string | null;
  readonly qualifiers: Readonly<Record<string, string>>;
  readonly flags: readonly string[];
}

/** A column for each quantity of `ids` that has numbers, and for each marker where its numbers are of several. */
export function headlineColumns(
  ids: readonly string[],
  estimates: readonly Estimate[],
  context: ReportContext,
): readonly HeadlineColumn[] {
  const byId = groupBy(estimates, ({ id }) => id);
  return ids.flatMap((id) => {
    const parts = byMarker(byId.get(id) ?? [], context.markers);
    return parts.map(({ marker, numbers }) => ({
      id,
      marker: parts.length > 1 ? marker : null,
      ...sharedBy(numbers),
    }));
  });
}

/** The column of an estimate, by its quantity and marker. */
export function columnFinder(
  columns: readonly HeadlineColumn[],
): (estimate: Estimate) => HeadlineColumn | undefined {
  const found = new Map(columns.map((column) => [`${column.id} ${column.marker ?? ""}`, column]));
  const divided = new Set(columns.filter(({ marker }) => marker !== null).map(({ id }) => id));
  return (estimate) => found.get(`${estimate.id} ${divided.has(estimate.id) ? markerOf(estimate) : ""}`);
}

type Shared = Pick<HeadlineColumn, "unit" | "qualifiers" | "flags">;

function sharedBy(numbers: readonly Estimate[]): Shared {
  const shared = sharedOf(numbers);
  return numbers.length > 1 ? shared : { ...shared, flags: [] };
}

function sharedOf(items: readonly (Shared | Estimate)[]): Shared {
  const first = items[0]!;
  return {
    unit: items.every(({ unit }) => unit === first.unit) ? first.unit : null,
    qualifiers: Object.fromEntries(
      Object.entries(first.qualifiers).filter(([name, value]) =>
        items.every(({ qualifiers }) => qualifiers[name] === value),
      ),
    ),
    flags: first.flags.filter((flag) => items.every(({ flags }) => flags.includes(flag))),
  };
}

export interface HeadlineHeads {
  /** A head over the columns of each quantity, where one has several. */
  readonly groups: readonly { readonly head: Content; readonly span: number }[] | null;
  readonly columns: readonly TableColumn[];
}

/** The heads of a table's number columns: what the columns of a quantity share stands above them. */
export function headlineHeads(columns: readonly HeadlineColumn[], context: ReportContext): HeadlineHeads {
  const groups: { head: Content; span: number }[] = [];
  const heads: TableColumn[] = [];
  for (const own of groupBy(columns, ({ id }) => id).values()) {
    const [first] = own;
    const name = context.term(first!.id);
    if (first!.marker === null) {
      groups.push({ head: "", span: 1 });
      heads.push({ head: head(name, first!, context), numeric: true });
      continue;
    }
    const above = sharedOf(own);
    groups.push({ head: head(name, above, context), span: own.length });
    for (const column of own)
      heads.push({ head: head(markerName(column, context), beyond(column, above), context), numeric: true });
  }
  return { groups: groups.some(({ head: one }) => one !== "") ? groups : null, columns: heads };
}

/** What the column of a divided quantity is of; a dash for numbers without a marker. */
export function markerName({ marker }: HeadlineColumn, context: ReportContext): Inline {
  return marker === null || marker === "" ? "–" : context.term(marker);
}

/** What a column has and its quantity's head does not say. */
function beyond({ unit, qualifiers, flags }: HeadlineColumn, above: Shared): Shared {
  const own = Object.entries(qualifiers).filter(
    ([name]) => !(name in above.qualifiers) && !markerQualifiers.includes(name),
  );
  return {
    unit: above.unit === null ? unit : null,
    qualifiers: Object.fromEntries(own),
    flags: flags.filter((flag) => !above.flags.includes(flag)),
  };
}

function head(name: Inline, { unit, qualifiers, flags }: Shared, context: ReportContext): Content {
  const below: Inline[] = [
    ...qualifierTexts(qualifiers, context).map((text) => chip(text)),
    ...flagChips(flags, context),
  ];
  const unitName = unit === null ? { en: "", ja: "" } : unitText(unit);
  const above: Inline[] = [name];
  if (unitName.en !== "") above.push(small({ en: ` ${unitName.en}`, ja: ` ${unitName.ja}` }));
  return below.length === 0 ? above : [lines(above, below)];
}
