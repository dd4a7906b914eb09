import type { Text } from "../kernel/index.ts";

export type Tone = "plain" | "good" | "doubtful" | "fail";

/** A string is a person's or a file's own words, the same in every language. A `Text` is ours. */
export type Inline =
  | string
  | Text
  | {
      readonly kind: "number";
      readonly digits: string;
      readonly unit?: Text;
      readonly why?: string | undefined;
      /** `estimateKey` of the estimate that the digits are of. */
      readonly estimate?: string;
    }
  | { readonly kind: "chip"; readonly label: Content; readonly tone: Tone }
  | { readonly kind: "link"; readonly target: string; readonly label: Content }
  | { readonly kind: "code"; readonly code: string }
  | { readonly kind: "small"; readonly content: Content }
  | { readonly kind: "strong"; readonly content: Content }
  | { readonly kind: "lines"; readonly lines: readonly Content[] };

export type Content = Inline | readonly Inline[];

export interface TableColumn {
  readonly head: Content;
  /** Numbers stand to the right, with figures of one width. */
  readonly numeric?: boolean;
}

export interface TableBlock {
  readonly kind: "table";
  readonly id: string;
  readonly caption: Content;
  /** Heads that span columns, above the columns' own heads. */
  readonly groups?: readonly { readonly head: Content; readonly span: number }[];
  readonly columns: readonly TableColumn[];
  /** The first cell of a row is its head. */
  readonly rows: readonly {
    readonly id?: string | undefined;
    /** A head over this row and those below it, across the table. */
    readonly band?: Content;
    readonly cells: readonly Content[];
  }[];
}

/** What a report is made of; HTML today, other printers read the same blocks. */
export type Block =
  | TableBlock
  | { readonly kind: "paragraph"; readonly content: Content; readonly tone?: Tone }
  | { readonly kind: "list"; readonly items: readonly ListItem[] }
  | { readonly kind: "tally"; readonly counts: readonly { count: number; label: Text; tone: Tone }[] }
  | {
      readonly kind: "details";
      readonly summary: Content;
      readonly blocks: readonly Block[];
      /** Stays folded on paper too: what would fill hundreds of pages. */
      readonly folded?: boolean;
    }
  | { readonly kind: "figure"; readonly id: string; readonly title: Text; readonly description: Text }
  | {
      readonly kind: "part";
      readonly id: string;
      readonly title: Content;
      readonly blocks: readonly Block[];
    };

export interface ListItem {
  readonly id?: string;
  readonly tone?: Tone;
  readonly content: Content;
  readonly blocks?: readonly Block[];
}

/** A chapter of the report; `id` is its anchor. */
export interface Section {
  readonly id: string;
  readonly title: Text;
  readonly blocks: readonly Block[];
}

export const chip = (label: Content, tone: Tone = "plain"): Inline => ({ kind: "chip", label, tone });
export const small = (...content: readonly Inline[]): Inline => ({ kind: "small", content });
export const strong = (...content: readonly Inline[]): Inline => ({ kind: "strong", content });
export const code = (text: string): Inline => ({ kind: "code", code: text });
export const link = (target: string, label: Content): Inline => ({ kind: "link", target, label });
export const lines = (...content: readonly Content[]): Inline => ({ kind: "lines", lines: content });
export const paragraph = (...content: readonly Inline[]): Block => ({ kind: "paragraph", content });

/** The table without the columns in which no row has anything; the first column stays. */
export function withoutEmptyColumns(table: TableBlock): TableBlock {
  const isEmpty = (cell: Content | undefined): boolean =>
    cell === undefined || cell === "" || (Array.isArray(cell) && cell.length === 0);
  const kept = table.columns.map(
    (_, index) => index === 0 || !table.rows.every(({ cells }) => isEmpty(cells[index])),
  );
  let at = 0;
  const groups = table.groups?.flatMap(({ head, span }) => {
    const left = kept.slice(at, at + span).filter((keep) => keep).length;
    at += span;
    return left > 0 ? [{ head, span: left }] : [];
  });
  return {
    ...table,
    ...(groups ? { groups } : {}),
    columns: table.columns.filter((_, index) => kept[index]),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.filter((_, index) => kept[index]) })),
  };
}

/** `items` with `separator` between them. */
export function joined(items: readonly Inline[], separator: Inline): readonly Inline[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}
