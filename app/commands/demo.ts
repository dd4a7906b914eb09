import { existsSync, promises as fs } from "node:fs";
import { join } from "node:path";
import { hiddenFolder, studyFileName } from "@vesica/run/names";
import { replaceFile, writeDurably } from "../atomic.ts";
import { type ExampleFile, loadDomains } from "../domains.ts";
import { type ExitStatus, exitStatus, Stop } from "../exit.ts";
import { appIssues } from "../issues.ts";
import { demoMessages as words } from "../messages/demo.ts";
import { shownPath } from "../paths.ts";
import type { CommandContext } from "./context.ts";
import { init } from "./init.ts";
import { run } from "./run.ts";

const seed = 1;
const marker = join(hiddenFolder, "demo");

export interface DemoOptions {
  readonly workers?: number;
}

/** `vesica demo [DIR]`: writes the example study and runs it. Findings that fail are part of the example: the status is 0. */
export async function demo(
  folder: string,
  options: DemoOptions,
  context: CommandContext,
): Promise<ExitStatus> {
  const { exampleStudy } = await loadDomains(context.setup);
  if (!exampleStudy) throw new Stop(exitStatus.fault, appIssues.raise("demo-missing"));
  const files = await exampleStudy(seed);
  await checkFolder(folder, files);
  await writeDurably(join(folder, marker), "");
  for (const { name, bytes } of files) {
    context.signal.throwIfAborted();
    const path = join(folder, name);
    await fs.mkdir(join(path, ".."), { recursive: true });
    const there = await fs.readFile(path).catch(() => null);
    if (!there?.equals(bytes)) await replaceFile(path, bytes);
  }
  const { output } = context;
  output.aside(output.say(words.made, { count: files.length, folder: shownPath(folder) }));
  if (!files.some(({ name }) => name === studyFileName)) await init(folder, { update: false }, context);
  const status = await run(folder, { cache: true, ...options }, context);
  return status === exitStatus.findingsFail ? exitStatus.done : status;
}

/** Only a folder that is new or empty, or in which an earlier example was made, may be written to. */
async function checkFolder(folder: string, files: readonly ExampleFile[]): Promise<void> {
  const names = await fs.readdir(folder).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    if (error.code !== "ENOTDIR") throw error;
    throw new Stop(exitStatus.wrongUse, appIssues.raise("folder-is-a-file", { folder }));
  });
  if (names.length === 0 || existsSync(join(folder, marker))) return;
  const study = await fs.readFile(join(folder, studyFileName)).catch(() => null);
  const same = files.some(({ name, bytes }) => name === studyFileName && study?.equals(bytes));
  if (!same) throw new Stop(exitStatus.wrongUse, appIssues.raise("demo-folder-used", { folder }));
}
