import { join } from "node:path";
import type { RunSummary } from "@vesica/run/compose";
import { resultsFolder } from "@vesica/run/names";
import type { Text } from "vesica/kernel";
import type { ExitStatus } from "../exit.ts";
import { existingFolder } from "../files.ts";
import { runMessages as words } from "../messages/run.ts";
import { quotedPath, shownPath } from "../paths.ts";
import { progressTeller } from "../progress.ts";
import { runFolder } from "../run-folder.ts";
import { tellSummary } from "../tell-run.ts";
import type { CommandContext } from "./context.ts";

export interface RunOptions {
  readonly workers?: number;
  /** False: everything is computed again. */
  readonly cache: boolean;
}

/** `vesica run DIR`: analyses the study and writes its results. */
export async function run(folder: string, options: RunOptions, context: CommandContext): Promise<ExitStatus> {
  const root = await existingFolder(folder);
  const { output, signal, setup } = context;
  const teller = (title: Text) => progressTeller(output, title);
  const { summary, unchanged } = await runFolder(root, folder, { ...options, signal, setup, teller });
  if (unchanged) output.aside(output.say(words.unchanged));
  tellRun(root, summary, unchanged, context);
  return summary.status;
}

function tellRun(root: string, summary: RunSummary, unchanged: boolean, { output }: CommandContext): void {
  const results = join(root, resultsFolder);
  const document = join(results, "result.json");
  const report = join(results, "report.html");
  output.document({
    command: "run",
    exitStatus: summary.status,
    folder: root,
    unchanged,
    results: { document, report, tables: join(results, "tables") },
    files: summary.files,
    findings: summary.findings,
    failing: summary.failing,
    headline: summary.headline.map(({ text: _, ...row }) => row),
    tables: summary.tables.map(({ numbers: _, ...table }) => table),
    issues: summary.issues,
  });
  tellSummary(output, summary);
  output.line();
  output.line(output.say(words.report, { path: shownPath(report) }));
  output.line(output.say(words.data, { path: shownPath(document) }));
  const command = `${output.typed("vesica verify ")}${quotedPath(shownPath(root))}`;
  output.line(output.say(words.next, { command }));
}
