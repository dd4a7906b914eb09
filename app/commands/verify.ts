import { promises as fs } from "node:fs";
import { join } from "node:path";
import { resultsFolder } from "@vesica/run/names";
import type { Issue, Json } from "vesica/kernel";
import type { ResultDocument } from "vesica/study";
import { loadDomains } from "../domains.ts";
import { type ExitStatus, exitStatus, Stop } from "../exit.ts";
import { checkHiddenFolder, existingFolder, sizeOfOwnFile } from "../files.ts";
import { appIssues } from "../issues.ts";
import { quotedPath } from "../paths.ts";
import { progressTeller } from "../progress.ts";
import { computeStudy } from "../run-study.ts";
import { softwareVersion } from "../software.ts";
import { openStudy } from "../study-folder.ts";
import { tellVerify } from "../tell-verify.ts";
import { changedInputs } from "../verify-inputs.ts";
import { type ChangedOutput, changedOutputs } from "../verify-outputs.ts";
import { workerEngine } from "../worker-engine.ts";
import type { CommandContext } from "./context.ts";

export interface VerifyOptions {
  readonly workers?: number;
}

/** `vesica verify DIR`: computes everything again, without the cache, and compares. Writes nothing. */
export async function verify(
  folder: string,
  options: VerifyOptions,
  context: CommandContext,
): Promise<ExitStatus> {
  const root = await existingFolder(folder);
  await checkHiddenFolder(root);
  const name = `${resultsFolder}/result.json`;
  const file = sizeOfOwnFile(root, name).then(() => fs.readFile(join(root, name), "utf8"));
  const text = await file.catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT") throw error;
    throw new Stop(
      exitStatus.refused,
      appIssues.raise("results-missing", { folder: quotedPath(folder) }, { file: name }),
    );
  });
  const document = parsedDocument(text);
  const inputs = await changedInputs(root, document ?? { files: [] }, context.signal);
  const recomputed = await recompute(root, folder, options, context);
  const outputs = "files" in recomputed ? await changedOutputs(root, recomputed.files) : [];
  const damaged: ChangedOutput[] =
    document || outputs.length > 0 ? [] : [{ file: name, kind: "damaged", reason: "not a result document" }];
  const issues = "issues" in recomputed ? recomputed.issues : [];
  const same = inputs.length + outputs.length + damaged.length + issues.length === 0;
  const report = {
    same,
    inputs,
    outputs: [...outputs, ...damaged],
    issues,
    software: { made: document?.software?.version ?? null, now: softwareVersion() },
    counts: {
      files: document?.files.length ?? 0,
      outputs: "files" in recomputed ? recomputed.files.length : 0,
    },
  };
  const status = same ? exitStatus.done : exitStatus.findingsFail;
  context.output.document({ command: "verify", exitStatus: status, folder: root, ...report });
  tellVerify(context.output, report);
  return status;
}

type Parsed = Pick<ResultDocument, "files" | "software">;

function parsedDocument(text: string): Parsed | null {
  try {
    const document = JSON.parse(text) as { files?: Json } | null;
    const files = document?.files;
    const sound = Array.isArray(files) && files.every((file) => isFile(file as Json));
    return sound ? (document as unknown as Parsed) : null;
  } catch {
    return null;
  }
}

function isFile(file: Json): boolean {
  const { name, sha256 } = (file ?? {}) as { name?: unknown; sha256?: unknown };
  const inside = typeof name === "string" && !name.startsWith("/") && !name.split(/[\\/]/).includes("..");
  return inside && typeof sha256 === "string" && /^([0-9a-f]{64})?$/.test(sha256);
}

async function recompute(
  root: string,
  folder: string,
  options: VerifyOptions,
  { setup, output, signal }: CommandContext,
) {
  const engine = workerEngine(setup, options.workers);
  try {
    const { domains } = await loadDomains(setup);
    const study = await openStudy(root, folder, domains);
    const teller = (title: Parameters<typeof progressTeller>[1]) => progressTeller(output, title);
    const how = { signal, cache: false, keep: false, teller };
    return { files: (await computeStudy(study, engine, domains, how)).files };
  } catch (error) {
    if (error instanceof Stop) return { issues: error.issues satisfies readonly Issue[] };
    throw error;
  } finally {
    await engine.close();
  }
}
