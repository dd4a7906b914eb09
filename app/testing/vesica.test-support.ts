import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const real = join(root, "app/dist/cli.js");
const fake = join(root, "app/testing/cli.mjs");

/** Builds what the processes run. */
export function build(): void {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const built = spawnSync(process.execPath, [compiler, "-b"], { cwd: root, encoding: "utf8" });
  if (built.status !== 0) throw new Error(`${built.stdout}${built.stderr}`);
}

/** A folder that is removed by `remove`, with these files in it. */
export function temporary(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "vesica-test-"));
  const write = (more: Readonly<Record<string, string | Uint8Array>>) => {
    for (const [name, content] of Object.entries(more)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
  };
  write(files);
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

export interface VesicaOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Called when the process has begun, to send signals. */
  readonly begun?: (child: ChildProcess) => void;
  /** The user that the process is of; only root may choose one. */
  readonly uid?: number;
  /** Runs the command as it is shipped, with its own domains. */
  readonly shipped?: boolean;
}

/** Runs the vesica command as a process, with the domain that is made up for tests. */
export function vesica(args: readonly string[], options: VesicaOptions = {}): Promise<Ended> {
  const { PATH = "" } = process.env;
  const child = spawn(process.execPath, [options.shipped ? real : fake, ...args], {
    cwd: options.cwd ?? tmpdir(),
    env: { PATH, ...options.env },
    ...(options.uid === undefined ? {} : { uid: options.uid }),
  });
  child.stdin.end(options.input ?? "");
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    err += text;
  });
  options.begun?.(child);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}
