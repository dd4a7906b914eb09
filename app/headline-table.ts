import { type HeadlineRow, mostShown, type ShownRow } from "@vesica/run/headline";
import type { Language } from "vesica/kernel";
import { markerOf } from "vesica/report";
import { runMessages as words } from "./messages/run.ts";
import type { Output } from "./output.ts";
import { alignedLines, displayWidth, harmless, shortened } from "./width.ts";

const longestName = 32;

/**
 * The headline: for each domain its title and a line per sample, as many quantities as the width holds, each with its
 * interval and unit. What most numbers of a column are of stands under its title; a number that is of something else
 * has a mark that is told below.
 */
export function headlineLines(rows: readonly HeadlineRow[], output: Output): string[] {
  if (rows.length === 0) return [output.say(words.noNumbers)];
  const domains = [...new Set(rows.map(({ domain }) => domain))];
  return domains.flatMap((domain, index) => {
    const own = rows.filter((row) => row.domain === domain);
    const title = own.find(isShown)!.text.domain[output.language];
    return [...(index === 0 ? [] : [""]), output.style("bold", title), ...domainLines(own, output)];
  });
}

const isShown = (row: HeadlineRow): row is ShownRow => row.text !== null;

function domainLines(rows: readonly HeadlineRow[], output: Output): string[] {
  const lines = lineNames(rows);
  const shown = lines.slice(0, mostShown);
  const marks = new Map<string, string>();
  const label = [
    output.say(words.sample),
    "",
    ...shown.map(({ name }) => shortened(harmless(name), longestName)),
  ];
  const flags = [output.say(words.flags), "", ...shown.map(({ name }) => flagCount(rows, name))];
  const taken: string[][] = [];
  const left: ShownRow[] = [];
  let width = widthOf(label) + 2 + widthOf(flags);
  const columns = new Map<string, ShownRow[]>();
  for (const row of rows.filter(isShown))
    columns.set(columnKey(row), [...(columns.get(columnKey(row)) ?? []), row]);
  for (const own of columns.values()) {
    const column = quantityColumn(own, shown, marks, output);
    if (left.length === 0 && (taken.length === 0 || width + 2 + widthOf(column) <= output.columns)) {
      taken.push(column);
      width += 2 + widthOf(column);
    } else left.push(own[0]!);
  }
  const [head = "", units = "", ...body] = alignedLines(
    label.map((name, at) => [name, ...taken.map((column) => column[at]!), flags[at]!]),
  );
  const told = taken.flat().join("");
  const notes = [...marks].filter(([, mark]) => told.includes(mark)).map(([note, mark]) => `${mark} ${note}`);
  if (lines.length > shown.length) notes.push(output.say(words.more, { count: lines.length - shown.length }));
  if (left.length > 0) notes.push(output.say(words.further, { list: namesOf(left, output) }));
  const second = units.trim() === "" ? [] : [output.style("dim", units)];
  return [output.style("bold", head), ...second, ...body, ...notes];
}

/** `Positive fraction (PE-A, APC-A), D50`: the quantities of columns, each once with its markers. */
function namesOf(columns: readonly ShownRow[], { language }: Output): string {
  const [comma, open, close] = language === "ja" ? ["、", "（", "）"] : [", ", " (", ")"];
  const names = new Map<string, string[]>();
  for (const { title, text } of columns) {
    const markers = names.get(title[language]) ?? [];
    names.set(title[language], text.marker.en === "" ? markers : [...markers, markerName(text, language)]);
  }
  const all = [...names].map(([name, markers]) =>
    markers.length === 0 ? name : `${name}${open}${markers.join(comma)}${close}`,
  );
  return all.join(comma);
}

const columnKey = (row: HeadlineRow): string => `${row.id} ${markerOf(row)}`;

/** A line of the table: the `nth` number that a quantity has for the name. */
interface LineName {
  readonly name: string;
  readonly nth: number;
}

function lineNames(rows: readonly HeadlineRow[]): LineName[] {
  const most = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    const key = `${columnKey(row)} ${name}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    most.set(name, Math.max(most.get(name) ?? 0, count));
  }
  return [...most].flatMap(([name, count]) => Array.from({ length: count }, (_, nth) => ({ name, nth })));
}

function quantityColumn(
  rows: readonly ShownRow[],
  lines: readonly LineName[],
  marks: Map<string, string>,
  { language }: Output,
): string[] {
  const notesOf = (row: ShownRow) => row.text.notes.map((note) => harmless(note[language]));
  const usual = mostFrequent(rows.map((row) => notesOf(row).join(", ")));
  const common = rows.map(notesOf).find((notes) => notes.join(", ") === usual) ?? [];
  const byName = new Map<string, ShownRow[]>();
  for (const row of rows) byName.set(nameOf(row), [...(byName.get(nameOf(row)) ?? []), row]);
  const cells = lines.map(({ name, nth }) => {
    const row = byName.get(name)?.[nth];
    if (!row) return ["", "", ""];
    const other = notesOf(row).filter((note) => !common.includes(note));
    return [row.text.value, row.text.interval, other.length === 0 ? "" : markOf(other.join(", "), marks)];
  });
  const { title, text } = rows[0]!;
  const units = [...new Set(rows.map((row) => row.text.unit[language]))].join(", ");
  const below = usual === "" ? units : `${units} (${usual})`.trimStart();
  return [
    `${title[language]} ${markerName(text, language)}`.trimEnd(),
    below,
    ...alignedLines(cells, [0, 1]),
  ];
}

const markerName = ({ marker }: ShownRow["text"], language: Language) =>
  shortened(harmless(marker[language]), longestName);

function markOf(note: string, marks: Map<string, string>): string {
  const mark = marks.get(note) ?? `*${marks.size + 1}`;
  marks.set(note, mark);
  return mark;
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

function nameOf({ subject }: HeadlineRow): string {
  const { sample, file = "", capture } = subject;
  return sample ?? (capture === undefined ? file : `${file} ${capture}`);
}

function flagCount(rows: readonly HeadlineRow[], name: string): string {
  const count = new Set(rows.filter((row) => nameOf(row) === name).flatMap(({ flags }) => flags)).size;
  return count === 0 ? "" : String(count);
}

function widthOf(column: readonly string[]): number {
  return Math.max(...column.map(displayWidth));
}
