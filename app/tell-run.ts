import type { RunSummary } from "@vesica/run/compose";
import { resultsFolder } from "@vesica/run/names";
import type { Issue } from "vesica/kernel";
import { headlineLines } from "./headline-table.ts";
import { runMessages as words } from "./messages/run.ts";
import type { Output } from "./output.ts";
import { harmless, shortened } from "./width.ts";

const mostFailing = 5;
const mostAlike = 3;
const mostTables = 12;
const longestName = 60;

/** Tells the issues, a few of each kind, errors first. */
export function tellIssues(output: Output, issues: readonly Issue[]): void {
  const rank = { error: 0, warning: 1, note: 2 };
  const kinds = new Map<string, Issue[]>();
  for (const issue of [...issues].sort((a, b) => rank[a.severity] - rank[b.severity]))
    kinds.set(issue.code, [...(kinds.get(issue.code) ?? []), issue]);
  for (const [code, same] of kinds) {
    output.issues(same.slice(0, mostAlike));
    if (same.length > mostAlike)
      output.aside(`  ${output.say(words.same, { count: same.length - mostAlike, code })}`);
  }
}

/** Tells what a run gave: issues, the headline numbers, counts and the findings that fail. */
export function tellSummary(output: Output, summary: RunSummary): void {
  tellIssues(output, summary.issues);
  output.line();
  for (const line of headlineLines(summary.headline, output)) output.line(line);
  output.line();
  for (const line of tableSentences(summary.tables, output)) output.line(line);
  const { read = 0, refused = 0, ignored = 0 } = summary.files;
  const unknown = summary.files["not recognised"] ?? 0;
  output.line(output.say(words.files, { read, refused, unknown, ignored }));
  output.line(output.say(words.findings, summary.findings));
  for (const { message, remedy, subject } of summary.failing.slice(0, mostFailing)) {
    const name = subject.sample ?? subject.file ?? subject.group ?? "";
    const text = harmless(`${name === "" ? "" : `${name}: `}${message[output.language]}`);
    output.line(`${output.style("red", output.say(words.failing))}: ${text}`);
    if (remedy[output.language] !== "") output.line(`  ${harmless(remedy[output.language])}`);
  }
  const more = summary.failing.length - mostFailing;
  if (more > 0) output.line(output.say(words.more, { count: more }));
}

/** `Proteins that differ, A against B: Proteins tested: 2343; table: results/tables/proteome-contrast-1.csv`. */
function tableSentences(tables: RunSummary["tables"], output: Output): string[] {
  if (tables.length === 0) return [];
  const { language, say } = output;
  const short = (text: string) => shortened(harmless(text), longestName);
  const lines = tables.slice(0, mostTables).map(({ title, name, numbers, file }) => {
    const what =
      name === "" ? title[language] : say(words.tableName, { title: title[language], name: short(name) });
    const told = numbers.map((one) =>
      say(words.tableNumber, { title: one.title[language], value: one.text[language] }),
    );
    return say(words.table, { what, numbers: told.join(""), path: `${resultsFolder}/${file}` });
  });
  const more = tables.length - mostTables;
  if (more > 0) lines.push(say(words.moreTables, { count: more, path: `${resultsFolder}/tables` }));
  return [...lines, ""];
}
