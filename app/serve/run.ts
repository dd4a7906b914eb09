import { promises as fs } from "node:fs";
import { join } from "node:path";
import { resultsFolder } from "@vesica/run/names";
import type { RunLine, ServedResult } from "@vesica/run/served";
import type { Progress } from "vesica/study";
import { Stop } from "../exit.ts";
import { diskIssue } from "../issues.ts";
import type { FolderRun } from "../run-folder.ts";
import { stampOf } from "./send-file.ts";
import type { Turns } from "./turns.ts";

/** Runs the study of the folder; rejects as `runFolder` does. */
export type RunStudy = (signal: AbortSignal, progress: (progress: Progress) => void) => Promise<FolderRun>;

/** A run as lines of JSON, one at a time in this process; ends when `signal` is aborted or nobody reads on. */
export function runLines(
  root: string,
  run: RunStudy,
  turns: Turns,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const left = new AbortController();
  const both = AbortSignal.any([signal, left.signal]);
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      const tell = (line: RunLine) => {
        if (!both.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      const job = async () => tell(await lastLine(root, run, both, tell));
      turns
        .take(job, both)
        .catch(() => {})
        .then(() => {
          if (!left.signal.aborted) controller.close();
        });
    },
    cancel: () => left.abort(),
  });
}

async function lastLine(
  root: string,
  run: RunStudy,
  signal: AbortSignal,
  tell: (line: RunLine) => void,
): Promise<RunLine> {
  try {
    const { summary, unchanged } = await run(signal, (progress) => tell({ progress }));
    return { summary, unchanged, results: await resultsOf(root) };
  } catch (error) {
    if (error instanceof Stop) return { issues: error.issues };
    const issue = diskIssue(error);
    return issue ? { issues: [issue] } : { fault: error instanceof Error ? error.message : String(error) };
  }
}

const resultName = /^(result\.json|report\.html|tables\/[^/\\]+\.csv)$/;

/** Whether a path inside the results folder is one that a run writes. */
export function isResult(path: string): boolean {
  return resultName.test(path);
}

async function resultsOf(root: string): Promise<ServedResult[]> {
  const folder = join(root, resultsFolder);
  const names = (await fs.readdir(folder, { recursive: true })).map((name) => name.replaceAll("\\", "/"));
  const sent = names.filter(isResult).sort();
  return Promise.all(
    sent.map(async (path) => {
      const stat = await fs.stat(join(folder, path));
      return { path, size: stat.size, stamp: stampOf(stat) };
    }),
  );
}
