import { parentPort, workerData } from "node:worker_threads";
import { loadDomains } from "./domains.ts";
import type { Setup } from "./setup.ts";
import { taskTable } from "./tasks.ts";

/** What the engine asks of a worker. */
export interface Job {
  readonly task: string;
  readonly input: unknown;
}

/** What a worker answers: the output, or an error that a disk or a bug gave. */
export type Answer =
  | { readonly output: unknown }
  | {
      readonly error: unknown;
      readonly code?: string;
      readonly syscall?: string;
      readonly path?: string;
    };

const setup = workerData as Setup;
const tasks = taskTable(setup);
loadDomains(setup).catch(() => {});

parentPort?.on("message", async ({ task, input }: Job) => {
  try {
    parentPort?.postMessage({ output: await tasks[task]!(input) } satisfies Answer);
  } catch (error) {
    const { code, syscall, path } = error as NodeJS.ErrnoException;
    const system = { ...(code ? { code } : {}), ...(syscall ? { syscall } : {}), ...(path ? { path } : {}) };
    parentPort?.postMessage({ error, ...system } satisfies Answer);
  }
});
