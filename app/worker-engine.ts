import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { crewEngine, type Hand } from "@vesica/run/crew";
import { type Engine, TaskFault } from "vesica/study";
import type { Setup } from "./setup.ts";
import type { Answer, Job } from "./worker.ts";

/** Small young generations: what a file leaves behind is let go soon, and many threads stay within a laptop's memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/**
 * Runs tasks in worker threads, begun at once so that they load while the study is opened, and ended when a map needs
 * fewer; at most `workers` of them, no more than the machine has cores. An aborted signal ends the threads at once. A
 * disk's error is given on as it is, any other is a `TaskFault`.
 */
export function workerEngine(setup: Setup, workers = Number.POSITIVE_INFINITY): Engine {
  const most = Math.max(1, Math.min(availableParallelism(), workers));
  return crewEngine(() => thread(setup), most, false);
}

function thread(setup: Setup): Hand {
  const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: setup, resourceLimits });
  return {
    ask: (task, input, label) => ask(worker, { task, input }, label),
    end: () => worker.terminate(),
  };
}

function ask(worker: Worker, job: Job, label: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off("message", answered).off("error", failed).off("exit", exited);
      act();
    };
    const answered = (answer: Answer) =>
      settle(() => {
        if ("output" in answer) return resolve(answer.output);
        const { error, code, syscall, path } = answer;
        if (syscall) return reject(Object.assign(error as Error, { code, syscall, path }));
        return reject(new TaskFault(label, error));
      });
    const failed = (error: Error) => settle(() => reject(new TaskFault(label, error)));
    const exited = () => settle(() => reject(new TaskFault(label, new Error("the worker ended"))));
    worker.on("message", answered).on("error", failed).on("exit", exited);
    worker.postMessage(job);
  });
}
