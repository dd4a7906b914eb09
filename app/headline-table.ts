import type { HeadlineRow } from "./headline.ts";
import { runMessages as words } from "./messages/run.ts";
import type { Output } from "./output.ts";
import { alignedLines, displayWidth, harmless, shortened } from "./width.ts";

const mostSamples = 60;
const longestName = 32;

/** The headline: a line per sample, as many quantities as the width holds, each with its interval and unit. */
export function headlineLines(rows: readonly HeadlineRow[], output: Output): string[] {
  if (rows.length === 0) return [output.say(words.noNumbers)];
  const { language } = output;
  const names = [...new Set(rows.map(nameOf))];
  const shown = names.slice(0, mostSamples);
  const columns = quantities(rows, output);
  const label = [
    output.say(words.sample),
    "",
    ...shown.map((name) => shortened(harmless(name), longestName)),
  ];
  const flags = [output.say(words.flags), "", ...shown.map((name) => flagCount(rows, name))];
  const taken: string[][] = [];
  const left: string[] = [];
  let width = widthOf(label) + 2 + widthOf(flags);
  for (const { title, unit, byName } of columns) {
    const pairs = shown
      .map((name) => byName.get(name)?.text)
      .map((text) => [text?.value ?? "", text?.interval ?? ""]);
    const column = [title, unit, ...alignedLines(pairs, [0, 1])];
    if (left.length === 0 && (taken.length === 0 || width + 2 + widthOf(column) <= output.columns)) {
      taken.push(column);
      width += 2 + widthOf(column);
    } else left.push(title);
  }
  const lines = alignedLines(
    label.map((name, row) => [name, ...taken.map((column) => column[row]!), flags[row]!]),
  );
  const further =
    left.length > 0 ? [output.say(words.further, { list: left.join(language === "ja" ? "、" : ", ") })] : [];
  const more =
    names.length > shown.length ? [output.say(words.more, { count: names.length - shown.length })] : [];
  return [
    output.style("bold", lines[0]!),
    output.style("dim", lines[1]!),
    ...lines.slice(2),
    ...more,
    ...further,
  ];
}

interface Quantity {
  readonly title: string;
  readonly unit: string;
  readonly byName: Map<string, HeadlineRow>;
}

function quantities(rows: readonly HeadlineRow[], { language }: Output): Quantity[] {
  const columns = new Map<string, Quantity>();
  for (const row of rows) {
    const notes = row.text.notes[language];
    const title = notes === "" ? row.title[language] : `${row.title[language]} (${notes})`;
    const unit = row.text.unit[language];
    const column = columns.get(`${title} ${unit}`) ?? { title, unit, byName: new Map<string, HeadlineRow>() };
    column.byName.set(nameOf(row), row);
    columns.set(`${title} ${unit}`, column);
  }
  return [...columns.values()];
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
