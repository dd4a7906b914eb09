import { type Estimate, estimateKey, fillText, type Text } from "../../kernel/index.ts";
import {
  type Block,
  type Content,
  chip,
  type Inline,
  lines,
  paragraph,
  small,
  type TableBlock,
  withoutEmptyColumns,
} from "../blocks.ts";
import type { ReportContext } from "../context.ts";
import { formatEstimate } from "../format.ts";
import { groupBy } from "../group.ts";
import { messages } from "../messages.ts";
import { pairStated } from "../pairs.ts";
import { unitText } from "../units.ts";
import { bareNumberOf, flagChips, qualifierTexts } from "../wording.ts";

/** What fits side by side on A4: fewer where numbers have intervals. */
const capturesBeside = { plain: 5, withIntervals: 3 } as const;
/** With more captures than this only the headline numbers are shown, a row for each capture. */
const mostCaptures = 24;

interface Place {
  readonly file: string;
  readonly capture: string | undefined;
  readonly estimates: readonly Estimate[];
}

/** The numbers of captures and files, folded away: side by side when few, a row each when many. */
export function captureBlocks(
  id: string,
  caption: Text,
  estimates: readonly Estimate[],
  context: ReportContext,
): readonly Block[] {
  const places = placesOf(estimates);
  const compact = context.large || places.length > mostCaptures;
  const tables = compact
    ? compactTable(id, caption, places, context)
    : besideTables(id, caption, places, context);
  const summary = fillText(messages.captures, { count: places.length });
  const rest = compact ? [paragraph(small(messages.restInTable))] : [];
  return [{ kind: "details", summary, blocks: [...tables, ...rest], folded: context.large }];
}

function placesOf(estimates: readonly Estimate[]): readonly Place[] {
  const places = groupBy(estimates, ({ subject: { level, file = "", capture = "" } }) =>
    JSON.stringify([file, level === "capture" ? capture : null]),
  );
  return [...places.values()].map((list) => {
    const { level, file = "", capture } = list[0]!.subject;
    return { file, capture: level === "capture" ? capture : undefined, estimates: list };
  });
}

function placeName({ file, capture }: Place): Content {
  return capture === undefined ? [file] : [lines([capture], [small(file)])];
}

interface Row {
  readonly head: Content;
  readonly cells: Map<Place, readonly [Content, Content]>;
}

function besideTables(
  id: string,
  caption: Text,
  places: readonly Place[],
  context: ReportContext,
): readonly TableBlock[] {
  const tables: TableBlock[] = [];
  const some = places.some(({ estimates }) => estimates.some(({ interval }) => interval !== null));
  const most = some ? capturesBeside.withIntervals : capturesBeside.plain;
  const each = Math.ceil(places.length / Math.ceil(places.length / most));
  for (let start = 0; start < places.length; start += each) {
    const beside = places.slice(start, start + each);
    tables.push({
      kind: "table",
      id: `${id}-captures-${start + 1}`,
      caption,
      groups: [{ head: "", span: 1 }, ...beside.map((place) => ({ head: placeName(place), span: 2 }))],
      columns: [
        { head: messages.quantity },
        ...beside.flatMap(() => [
          { head: messages.ownNumber, numeric: true },
          { head: messages.stated, numeric: true },
        ]),
      ],
      rows: rowsOf(beside, context).map(({ head, cells }) => ({
        cells: [head, ...beside.flatMap((place) => cells.get(place) ?? (["", ""] as const))],
      })),
    });
  }
  return tables;
}

function rowsOf(places: readonly Place[], context: ReportContext): readonly Row[] {
  const rows = new Map<string, Row>();
  for (const place of places) {
    for (const { derived, stated } of pairStated(place.estimates)) {
      const main = derived ?? stated!;
      const key = JSON.stringify([main.id, main.unit, Object.entries(main.qualifiers).sort()]);
      const row = rows.get(key) ?? { head: quantityHead(main, context), cells: new Map() };
      rows.set(key, row);
      row.cells.set(place, [
        derived ? detailCell(derived, context) : "",
        stated ? detailCell(stated, context) : "",
      ]);
    }
  }
  return [...rows.values()];
}

function quantityHead(estimate: Estimate, context: ReportContext): Content {
  const unit = unitText(estimate.unit);
  const name: Inline[] = [context.term(estimate.id)];
  if (unit.en !== "") name.push(small({ en: ` ${unit.en}`, ja: ` ${unit.ja}` }));
  const chips = qualifierTexts(estimate.qualifiers, context).map((text) => chip(text));
  return chips.length > 0 ? [lines(name, chips)] : name;
}

function detailCell(estimate: Estimate, context: ReportContext): Content {
  const number = bareNumberOf(estimate, context);
  const { interval } = formatEstimate(estimate);
  const told: Content[] = [[number]];
  if (interval !== null) told.push([small({ kind: "number", digits: interval })]);
  if (estimate.flags.length > 0) told.push(flagChips(estimate.flags, context));
  return told.length > 1 ? [lines(...told)] : number;
}

function compactTable(
  id: string,
  caption: Text,
  places: readonly Place[],
  context: ReportContext,
): readonly TableBlock[] {
  const columns = new Map<string, Estimate>();
  const columnKey = ({ id: name, unit, qualifiers }: Estimate): string =>
    JSON.stringify([name, unit, Object.entries(qualifiers).sort()]);
  const wanted = (estimate: Estimate): boolean =>
    context.headline.has(estimate.id) && context.shown.has(estimateKey(estimate));
  for (const { estimates } of places) {
    for (const estimate of estimates) {
      const key = columnKey(estimate);
      if (wanted(estimate) && !columns.has(key)) columns.set(key, estimate);
    }
  }
  if (columns.size === 0) return [];
  const keys = [...columns.keys()];
  const table: TableBlock = {
    kind: "table",
    id: `${id}-captures`,
    caption,
    columns: [
      { head: messages.file },
      { head: messages.capture },
      ...[...columns.values()].map((estimate) => ({
        head: quantityHead(estimate, context),
        numeric: true,
      })),
      { head: messages.doubts },
    ],
    rows: places.map(({ file, capture, estimates }) => {
      const own = new Map(estimates.map((estimate) => [columnKey(estimate), estimate]));
      const numbers = keys.map((key): Content => {
        const estimate = own.get(key);
        return estimate ? bareNumberOf(estimate, context) : "";
      });
      const shown = keys.flatMap((key) => own.get(key)?.flags ?? []);
      return { cells: [file, capture ?? "", ...numbers, flagChips([...new Set(shown)], context)] };
    }),
  };
  return [withoutEmptyColumns(table)];
}
