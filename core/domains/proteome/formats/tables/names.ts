import type { Issue } from "../../../../kernel/index.ts";
import { quantityIssues } from "../issues.ts";

const ending = /\.(?:raw|d|wiff2?|dia|mzml|mzxml|htrms|mgf|gz|zip|tar|osw|tsv|csv|txt)$/i;

/** A raw file's name without folders and endings: `D:\raw\qc_1.wiff.dia` is `qc_1`. */
export function baseName(path: string): string {
  let name = path
    .trim()
    .replace(/[\\/]+$/, "")
    .replace(/^.*[\\/]/, "");
  while (ending.test(name)) name = name.replace(ending, "");
  return name === "" ? path.trim() : name;
}

/** The stem of the file that is read. */
export function stemOf(name: string): string {
  return name.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "");
}

/** Base names of runs; all keep their paths where two would have the same. */
export function runNames(paths: readonly string[], issues: Issue[]): readonly string[] {
  const names = paths.map(baseName);
  const seen = new Set<string>();
  const twice = names.find((name) => seen.size === seen.add(name).size);
  if (twice === undefined || new Set(paths).size !== paths.length) return names;
  issues.push(quantityIssues.raise("proteome-run-names", { run: twice }));
  return paths;
}

/** The error where a run's name stands twice. */
export function twiceIssue(runs: readonly string[], quantity: string): Issue | null {
  const seen = new Set<string>();
  const run = runs.find((name) => seen.size === seen.add(name).size);
  return run === undefined ? null : quantityIssues.raise("proteome-run-twice", { run, quantity });
}
