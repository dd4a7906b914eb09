import { join } from "node:path";
import type { RunSummary } from "@vesica/run/compose";
import { resultsFolder } from "@vesica/run/names";
import { type ExitStatus, exitStatus, Stop } from "../exit.ts";
import { checkHiddenFolder, existingFolder } from "../files.ts";
import { type Lock, lockStudy } from "../lock.ts";
import { runMessages as words } from "../messages/run.ts";
import { quotedPath, shownPath } from "../paths.ts";
import { progressTeller } from "../progress.ts";
import { unchangedRun } from "../record.ts";
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
  await checkHiddenFolder(root);
  const { output, signal } = context;
  const unchanged = options.cache ? await unchangedRun(root, signal) : null;
  if (unchanged) {
    output.aside(output.say(words.unchanged));
    tellRun(root, unchanged.summary, true, context);
    return unchanged.summary.status;
  }
  const summary = await analyse(root, folder, options, context);
  tellRun(root, summary, false, context);
  return summary.status;
}

async function analyse(root: string, folder: string, options: RunOptions, context: CommandContext) {
  const { output, signal, setup } = context;
  const { loadDomains } = await import("../domains.ts");
  const { openStudy } = await import("../study-folder.ts");
  const { checkResultsFolder } = await import("../results.ts");
  const { computeStudy, keepResults } = await import("../run-study.ts");
  const { workerEngine } = await import("../worker-engine.ts");
  const engine = workerEngine(setup, options.workers);
  let lock: Lock | undefined;
  try {
    const { domains } = await loadDomains(setup);
    const study = await openStudy(root, folder, domains);
    await checkResultsFolder(root);
    lock = await lockStudy(root);
    const teller = (title: Parameters<typeof progressTeller>[1]) => progressTeller(output, title);
    const how = { signal, cache: options.cache, keep: true, teller };
    const computed = await computeStudy(study, engine, domains, how);
    if (computed.summary.status === exitStatus.refused)
      throw new Stop(exitStatus.refused, ...computed.summary.issues);
    await keepResults(study, computed, signal);
    return computed.summary;
  } finally {
    await engine.close();
    lock?.release();
  }
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
    issues: summary.issues,
  });
  tellSummary(output, summary);
  output.line();
  output.line(output.say(words.report, { path: shownPath(report) }));
  output.line(output.say(words.data, { path: shownPath(document) }));
  const command = `${output.typed("vesica verify ")}${quotedPath(shownPath(root))}`;
  output.line(output.say(words.next, { command }));
}
