import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Engine, type MapOptions, TaskFault } from "vesica/study";
import type { Setup } from "./setup.ts";
import type { Answer, Job } from "./worker.ts";

/** Small young generations: what a file leaves behind is let go soon, and many threads stay within a laptop's memory. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/**
 * Runs tasks in worker threads, begun at once so that they load while the study is opened, and ended when a map needs fewer; the heaviest input first; at most `workers` of them, no more than the machine has
 * cores. An aborted signal ends the threads at once. A disk's error is given on as it is, any other is a `TaskFault`.
 */
export function workerEngine(setup: Setup, workers = Number.POSITIVE_INFINITY): Engine {
  const most = Math.max(1, Math.min(availableParallelism(), workers));
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const start = () => {
    const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: setup, resourceLimits });
    all.add(worker);
    return worker;
  };
  for (let begun = 0; begun < most; begun++) idle.push(start());
  const end = async () => {
    const ended = [...all].map((worker) => worker.terminate());
    all.clear();
    idle.length = 0;
    await Promise.all(ended);
  };

  async function map<I, O>(task: string, inputs: readonly I[], options: MapOptions<I> = {}): Promise<O[]> {
    const { signal, progress, label = (_: I) => task, weight = (_: I) => 0 } = options;
    signal?.throwIfAborted();
    const order = inputs
      .map((_, index) => index)
      .sort((a, b) => weight(inputs[b]!) - weight(inputs[a]!) || a - b);
    const outputs = new Array<O>(inputs.length);
    let done = 0;
    let stopped = false;
    const runOn = async (worker: Worker) => {
      for (let index = order.shift(); index !== undefined && !stopped; index = order.shift()) {
        const input = inputs[index]!;
        outputs[index] = (await ask(worker, { id: index, task, input }, label(input))) as O;
        done++;
        if (!stopped) progress?.({ done, total: inputs.length, label: label(input) });
      }
      idle.push(worker);
    };
    const crew = Array.from({ length: Math.min(most, inputs.length) }, () => idle.pop() ?? start());
    for (const surplus of idle.splice(0)) {
      all.delete(surplus);
      void surplus.terminate();
    }
    let abort = () => {};
    const aborted = new Promise<never>((_, reject) => {
      abort = () => reject(signal?.reason);
      signal?.addEventListener("abort", abort, { once: true });
    });
    try {
      await Promise.race([Promise.all(crew.map(runOn)), aborted]);
      return outputs;
    } catch (error) {
      stopped = true;
      await end();
      throw error;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  return { map, close: end };
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
