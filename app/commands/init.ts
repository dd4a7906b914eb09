import { existsSync, promises as fs } from "node:fs";
import { basename, join } from "node:path";
import type { FileDescription } from "@vesica/run/describe";
import { roomColumns } from "@vesica/run/draft";
import { folderIssues } from "@vesica/run/issues";
import { type StudyEntry, sheetFileName, studyFileName } from "@vesica/run/names";
import { readStudyYaml } from "@vesica/run/study-yaml";
import type { ColumnMapping } from "vesica/kernel";
import type { Engine } from "vesica/study";
import { draftSheet, mappingOf, parseSheet, sheetText, studyText, withRowsAdded } from "vesica/study";
import { replaceFile, writeNew } from "../atomic.ts";
import type { DescribeFileInput } from "../describe-file.ts";
import { loadDomains } from "../domains.ts";
import { type ExitStatus, exitStatus, Stop } from "../exit.ts";
import { existingFolder, listStudy } from "../files.ts";
import { appIssues } from "../issues.ts";
import { initMessages as words } from "../messages/init.ts";
import { quotedPath, shownPath } from "../paths.ts";
import { progressTeller } from "../progress.ts";
import { stopUnless } from "../stop-unless.ts";
import { tellIssues } from "../tell-run.ts";
import { alignedLines, harmless, shortenedPath } from "../width.ts";
import { workerEngine } from "../worker-engine.ts";
import type { CommandContext } from "./context.ts";

export interface InitOptions {
  /** Adds rows for new files to the sheet that is there. */
  readonly update: boolean;
  readonly workers?: number;
}

/** `vesica init DIR`: recognises every file and drafts `study.yaml` and `samples.csv`. */
export async function init(
  folder: string,
  options: InitOptions,
  context: CommandContext,
): Promise<ExitStatus> {
  const root = await existingFolder(folder);
  const papers = [studyFileName, sheetFileName].filter((name) => existsSync(join(root, name)));
  const sheet =
    options.update && papers.includes(sheetFileName) ? await fs.readFile(join(root, sheetFileName)) : null;
  if (!options.update && papers.length > 0) {
    const raise = (file: string) =>
      appIssues.raise("draft-exists", { file, folder: quotedPath(folder) }, { file });
    throw new Stop(exitStatus.refused, ...papers.map(raise));
  }
  const { entries, issues } = await listStudy(root);
  if (entries.length === 0) throw new Stop(exitStatus.refused, ...issues, folderIssues.raise("folder-empty"));
  const fresh = sheet ? newEntries(sheet, entries) : entries;
  const engine = workerEngine(context.setup, options.workers);
  const mapping = papers.includes(studyFileName) ? await readMapping(root, context) : () => null;
  const found = await describe(engine, root, fresh, mapping, context).finally(() => engine.close());
  const columns = roomColumns(found, (await loadDomains(context.setup)).domains);
  const draft = draftSheet(
    found.map(({ source }) => source),
    sheet ? {} : columns,
  );
  const written: string[] = [];
  context.signal.throwIfAborted();
  if (sheet) {
    const whole = withRowsAdded(sheet, draft.rows);
    if (!whole)
      throw new Stop(exitStatus.refused, appIssues.raise("draft-not-added", {}, { file: sheetFileName }));
    if (draft.rows.length > 0) await replaceFile(join(root, sheetFileName), whole);
  } else {
    await writeNew(join(root, sheetFileName), sheetText(draft.rows, draft.columns));
    written.push(sheetFileName);
  }
  if (!papers.includes(studyFileName)) {
    const text = studyText(basename(root), draft.unknown, context.output.language);
    await writeNew(join(root, studyFileName), text);
    written.push(studyFileName);
  }
  const nothing = !sheet && draft.rows.length === 0;
  const none = nothing ? [folderIssues.raise("nothing-recognised", { folder: quotedPath(folder) })] : [];
  const status = nothing ? exitStatus.refused : exitStatus.done;
  const allIssues = [...none, ...issues, ...found.flatMap((file) => file.issues)];
  tell(
    root,
    found,
    draft,
    { status, written, added: sheet ? draft.rows.length : null, issues: allIssues },
    context,
  );
  return status;
}

async function readMapping(root: string, { setup }: CommandContext) {
  const { domains } = await loadDomains(setup);
  const study = stopUnless(readStudyYaml(await fs.readFile(join(root, studyFileName), "utf8"), domains));
  return (name: string) => mappingOf(study, name);
}

function newEntries(sheet: Uint8Array, entries: readonly StudyEntry[]): StudyEntry[] {
  const rows = parseSheet(sheet, { name: sheetFileName, files: entries.map(({ name }) => name) });
  if (!("value" in rows)) {
    if (rows.issues.every((issue) => issue.code === "sheet-empty" || issue.severity !== "error"))
      return [...entries];
    throw new Stop(exitStatus.refused, ...rows.issues);
  }
  const listed = new Set(rows.value.map((row) => row.file));
  return entries.filter(({ name }) => !listed.has(name));
}

async function describe(
  engine: Engine,
  root: string,
  entries: readonly StudyEntry[],
  mapping: (name: string) => ColumnMapping | null,
  context: CommandContext,
) {
  return engine.map<DescribeFileInput, FileDescription>(
    "describe-file",
    entries.map(({ name, size }) => ({ root, name, size, mapping: mapping(name) })),
    {
      signal: context.signal,
      progress: progressTeller(context.output, words.looking),
      label: ({ name }) => name,
      weight: ({ size }) => size,
    },
  );
}

interface Written {
  readonly status: ExitStatus;
  readonly written: readonly string[];
  /** Rows added to a sheet that was there; null where the sheet is new. */
  readonly added: number | null;
  readonly issues: FileDescription["issues"];
}

function tell(
  root: string,
  found: readonly FileDescription[],
  draft: ReturnType<typeof draftSheet>,
  { status, written, added, issues }: Written,
  { output }: CommandContext,
): void {
  output.document({
    command: "init",
    exitStatus: status,
    folder: root,
    files: found.map(({ source, format, confidence }) => ({
      name: source.name,
      status: source.status,
      format,
      confidence,
      captures: source.captures.length,
    })),
    rows: draft.rows,
    columns: draft.columns,
    unknown: draft.unknown,
    written,
    issues,
  });
  tellIssues(output, issues);
  const cells = found.map(({ source, format, confidence }) => [
    shortenedPath(harmless(source.name), 60),
    format === null
      ? output.say(words.none)
      : source.status === "refused"
        ? output.say(words.refused, { format })
        : format,
    format === null ? "" : `${Math.round(confidence * 100)} %`,
    source.captures.length === 0 ? "" : String(source.captures.length),
  ]);
  if (cells.length > 0) {
    const head = [words.file, words.format, words.sure, words.captures].map((word) => output.say(word));
    const [first, ...lines] = alignedLines([head, ...cells], [2, 3]);
    for (const line of [output.style("bold", first!), ...lines, ""]) output.line(line);
  }
  if (draft.unknown.length > 0 && added !== 0) {
    output.line(output.style("yellow", output.say(words.unknown)));
    for (const text of draft.unknown) output.line(`  - ${harmless(text[output.language])}`);
    output.line();
  }
  if (written.length > 0) output.line(output.say(words.wrote, { files: written.join(", ") }));
  if (added === 0) output.line(output.say(words.nothingNew));
  else if (added !== null) output.line(output.say(words.added, { count: added, file: sheetFileName }));
  if (status === exitStatus.refused) return;
  const command = `${output.typed("vesica run ")}${quotedPath(shownPath(root))}`;
  output.line(output.say(words.next, { file: sheetFileName, command }));
}
