import { fileInputs } from "@vesica/run/analyse";
import { composeDocument, type ResultFile, type RunSummary, resultFiles } from "@vesica/run/compose";
import { outcomeOf } from "@vesica/run/packed";
import type { Domain, Figure, Text } from "vesica/kernel";
import type { Drawings } from "vesica/report";
import type { Engine, Progress } from "vesica/study";
import type { AnalysedFile, AnalyseFileInput } from "./analyse-file.ts";
import { collectMemory } from "./collect.ts";
import { bytesOf } from "./pieces.ts";
import { type NamedHash, writeRecord } from "./record.ts";
import { replaceResults } from "./results.ts";
import { softwareBuild, softwareVersion } from "./software.ts";
import { originalKey, pruneStore, type Slice, Store } from "./store.ts";
import type { StudyFolder } from "./study-folder.ts";

export interface ComputeOptions {
  readonly signal: AbortSignal;
  readonly cache: boolean;
  /** Whether copies of the raw files are kept for `verify`. */
  readonly keep: boolean;
  /** Makes a teller of progress for a part of the work. */
  readonly teller: (title: Text) => (progress: Progress) => void;
}

const analysing: Text = { en: "Analysing", ja: "解析中" };
const composing: Text = { en: "Writing the report", ja: "報告書作成中" };

export interface Computed {
  readonly files: readonly ResultFile<Slice>[];
  readonly summary: RunSummary;
  readonly inputs: readonly NamedHash[];
  /** Keys under which the store keeps the analyses. */
  readonly keys: readonly string[];
}

/** Analyses every file and composes the results, in memory. */
export async function computeStudy(
  study: StudyFolder,
  engine: Engine,
  domains: readonly Domain[],
  options: ComputeOptions,
): Promise<Computed> {
  const { signal, cache, keep, teller } = options;
  const build = cache ? softwareBuild() : null;
  const inputs = fileInputs(study).map(
    (input): AnalyseFileInput => ({ ...input, root: study.root, build, keep }),
  );
  let packed = await engine.map<AnalyseFileInput, AnalysedFile>("analyse-file", inputs, {
    signal,
    progress: teller(analysing),
    label: ({ name }) => name,
    weight: ({ size }) => size,
  });
  const loaded = engine.map("load-drawing", [null], { signal });
  loaded.catch(() => {});
  teller(composing)({ done: 0, total: 1, label: "" });
  const files = packed.map((one) => ({
    key: one.key,
    packed: { ...one, outcome: "" },
    outcome: outcomeOf(one),
  }));
  packed = [];
  const composed = composeDocument(domains, {
    files,
    design: study.design,
    version: softwareVersion(),
    issues: study.issues,
    textOf: (piece: string | Slice) => (typeof piece === "string" ? piece : bytesOf([piece]).toString()),
  });
  if (composed.leftOut > 0) collectMemory();
  const draw = async () => {
    await loaded;
    const { figures } = composed.document;
    const options = { signal, progress: teller(composing) };
    const [drawings] = await engine.map<readonly Figure[], Drawings>("draw-figures", [figures], options);
    return drawings!;
  };
  const results = await resultFiles(composed, draw(), collectMemory);
  if (composed.leftOut > 0) collectMemory();
  signal.throwIfAborted();
  const inputHashes = files.map(({ outcome: { name, sha256 } }) => ({ name, sha256 }));
  return {
    files: results,
    summary: composed.summary,
    inputs: inputHashes,
    keys: files.map(({ key }) => key),
  };
}

/** Writes the results in place of the earlier ones, then what the next run and `verify` go by. */
export async function keepResults(
  study: StudyFolder,
  computed: Computed,
  signal: AbortSignal,
): Promise<void> {
  const { root, listing, papers } = study;
  const outputs = await replaceResults(root, computed.files, signal);
  const store = new Store(root);
  for (const { sha256, bytes } of papers) {
    if (!store.slice(originalKey(sha256))) store.append(originalKey(sha256), bytes);
  }
  store.close();
  const inputs = [...papers.map(({ name, sha256 }) => ({ name, sha256 })), ...computed.inputs];
  writeRecord(root, { build: softwareBuild(), listing, inputs, outputs, summary: computed.summary });
  pruneStore(root, new Set([...computed.keys, ...inputs.map(({ sha256 }) => originalKey(sha256))]));
}
