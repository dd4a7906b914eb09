import { join } from "node:path";
import type { Domain, Figure, Text } from "vesica/kernel";
import type { Drawings } from "vesica/report";
import type { Engine, FileOutcome, Progress } from "vesica/study";
import type { AnalyseFileInput } from "./analyse-file.ts";
import { type Composition, composeResults } from "./compose.ts";
import { resultsFolder, type StudyEntry } from "./files.ts";
import { sha256OfPieces } from "./hash.ts";
import { keepOriginal, pruneOriginals } from "./originals.ts";
import type { PackedOutcome } from "./packed-outcome.ts";
import { writeRecord } from "./record.ts";
import { replaceResults } from "./results.ts";
import { softwareBuild, softwareVersion } from "./software.ts";
import type { StudyFolder } from "./study-folder.ts";

export interface ComputeOptions {
  readonly signal: AbortSignal;
  readonly cache: boolean;
  /** Whether copies of the raw files are kept for `verify`. */
  readonly keep: boolean;
  /** Makes a teller of progress for a part of the work. */
  readonly teller: (title: Text) => (progress: Progress) => void;
}

export const analysing: Text = { en: "Analysing", ja: "解析中" };
export const composing: Text = { en: "Writing the report", ja: "レポート作成中" };

export interface Computed extends Composition {
  readonly outcomes: readonly FileOutcome[];
}

/** Analyses every file and composes the results, in memory. */
export async function computeStudy(
  study: StudyFolder,
  engine: Engine,
  domains: readonly Domain[],
  options: ComputeOptions,
): Promise<Computed> {
  const { signal, cache, keep, teller } = options;
  const { rows: _, ...design } = study.design;
  const build = cache ? softwareBuild() : null;
  const inputs = study.entries.map(
    ({ name, size }: StudyEntry): AnalyseFileInput => ({
      root: study.root,
      name,
      size,
      rows: study.rowsOf(name),
      design: { ...design, title: "", question: "" },
      mapping: study.mappingOf(name),
      build,
      keep,
    }),
  );
  const packed = await engine.map<AnalyseFileInput, PackedOutcome>("analyse-file", inputs, {
    signal,
    progress: teller(analysing),
    label: ({ name }) => name,
    weight: ({ size }) => size,
  });
  const composed = teller(composing);
  composed({ done: 0, total: 1, label: "" });
  const compose = { packed, design: study.design, version: softwareVersion(), issues: study.issues };
  const draw = async (figures: readonly Figure[]) => {
    const [drawings] = await engine.map<readonly Figure[], Drawings>("draw-figures", [figures], {
      signal,
      progress: teller(composing),
    });
    return drawings!;
  };
  const composition = await composeResults(domains, compose, draw);
  signal.throwIfAborted();
  return { ...composition, outcomes: packed.map(({ outcome }) => outcome) };
}

/** Writes the results in place of the earlier ones, then what the next run and `verify` go by. */
export async function keepResults(
  study: StudyFolder,
  computed: Computed,
  signal: AbortSignal,
): Promise<void> {
  const { root, listing, papers } = study;
  const { files, summary, outcomes } = computed;
  await replaceResults(root, files, signal);
  for (const { sha256, bytes } of papers) keepOriginal(root, sha256, bytes);
  const inputs = [...papers, ...outcomes].map(({ name, sha256 }) => ({ name, sha256 }));
  const outputs = files.map(({ path, text }) => ({ name: path, sha256: sha256OfPieces(text) }));
  writeRecord(root, { build: softwareBuild(), listing, inputs, outputs, summary });
  await pruneOriginals(root, new Set(inputs.map(({ sha256 }) => sha256)));
}

export function reportPath(root: string): string {
  return join(root, resultsFolder, "report.html");
}
