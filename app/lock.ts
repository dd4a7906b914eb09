import { existsSync, promises as fs, rmSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { hiddenFolder, resultsFolder } from "@vesica/run/names";
import { previousResults, temporaryFolder } from "./atomic.ts";
import { exitStatus, Stop } from "./exit.ts";
import { checkHiddenFolder } from "./files.ts";
import { appIssues } from "./issues.ts";

export interface Lock {
  /** Removes what a run leaves when it ends early; synchronous, since the process may be ending. */
  release(): void;
}

/** One run at a time on a folder; a lock whose process is gone is taken over and its leavings are cleared. Stops with `run-going-on` or `hidden-foreign`. */
export async function lockStudy(root: string): Promise<Lock> {
  await checkHiddenFolder(root);
  const path = join(root, hiddenFolder, "lock");
  await fs.mkdir(dirname(path), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, host: hostname() });
  for (let attempt = 0; ; attempt++) {
    try {
      await fs.writeFile(path, own, { flag: "wx" });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = await readHolder(path);
      if (attempt > 2 || (holder && isAlive(holder))) {
        const { pid = 0, host = "?" } = holder ?? {};
        throw new Stop(exitStatus.refused, appIssues.raise("run-going-on", { pid, host, lock: path }));
      }
      await fs.rm(path, { force: true });
    }
  }
  await clearLeavings(root);
  return {
    release() {
      rmSync(temporaryFolder(root), { recursive: true, force: true });
      rmSync(path, { force: true });
    },
  };
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

async function readHolder(path: string): Promise<Holder | null> {
  try {
    const holder: Partial<Holder> = JSON.parse(await fs.readFile(path, "utf8"));
    return typeof holder.pid === "number" && typeof holder.host === "string" ? (holder as Holder) : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, host }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A run that was killed leaves partial results, and perhaps the earlier ones set aside. */
async function clearLeavings(root: string): Promise<void> {
  await fs.rm(temporaryFolder(root), { recursive: true, force: true });
  const previous = previousResults(root);
  if (!existsSync(previous)) return;
  const results = join(root, resultsFolder);
  if (existsSync(results)) await fs.rm(previous, { recursive: true, force: true });
  else await fs.rename(previous, results);
}
