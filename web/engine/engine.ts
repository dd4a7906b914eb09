import { crewEngine, type Hand } from "@vesica/run/crew";
import { type Engine, TaskFault } from "vesica/study";
import type { Tasks } from "../worker/tasks.ts";
import { sent } from "./crossing.ts";
import type { Answer, Job } from "./job.ts";

/** Web workers for the study's files: as many as the machine has cores, at most eight. */
function pageEngine(): Engine {
  const most = Math.max(1, Math.min(navigator.hardwareConcurrency || 2, 8));
  return crewEngine(hand, most, true);
}

let jobs = 0;

/** A web worker that loads the rooms when it begins. */
function hand(): Hand {
  const worker = new Worker(new URL("../worker/worker.ts", import.meta.url), { type: "module" });
  return {
    ask: (task, input, label) =>
      new Promise((resolve, reject) => {
        const job: Job = { id: jobs++, task, input: sent(input) };
        const settle = (act: () => void) => {
          worker.removeEventListener("message", answered);
          worker.removeEventListener("error", failed);
          act();
        };
        const answered = ({ data }: MessageEvent<Answer>) => {
          if (data.id !== job.id) return;
          settle(() => ("output" in data ? resolve(data.output) : reject(new TaskFault(label, data.error))));
        };
        const failed = (event: ErrorEvent) =>
          settle(() => reject(new TaskFault(label, new Error(event.message))));
        worker.addEventListener("message", answered);
        worker.addEventListener("error", failed);
        worker.postMessage(job);
      }),
    end: () => worker.terminate(),
  };
}

export type TaskName = keyof Tasks;
type Input<T extends TaskName> = Parameters<Tasks[T]>[0];
type Output<T extends TaskName> = Awaited<ReturnType<Tasks[T]>>;

let shared: Engine | undefined;
let aside: Engine | undefined;

/** Begins the workers before they are needed, so that they have loaded the rooms by then. */
export function warmEngine(): void {
  shared ??= pageEngine();
  aside ??= crewEngine(hand, 1, true);
}

/** Runs a task on each input in the page's workers. */
export async function mapTask<T extends TaskName>(
  task: T,
  inputs: readonly Input<T>[],
  options?: Parameters<Engine["map"]>[2] & object,
): Promise<readonly Output<T>[]> {
  shared ??= pageEngine();
  return shared.map<Input<T>, Output<T>>(task, inputs, options as never);
}

/** Runs one task in a worker of its own, beside what the study is doing: pictures and forms do not wait for it. */
export async function doTask<T extends TaskName>(
  task: T,
  input: Input<T>,
  signal?: AbortSignal,
): Promise<Output<T>> {
  aside ??= crewEngine(hand, 1, true);
  const [output] = await aside.map<Input<T>, Output<T>>(task, [input], signal ? { signal } : {});
  return output!;
}

/** A worker that one page has for itself: it keeps what it opened until it is ended. */
export interface OwnWorker {
  run<T extends TaskName>(task: T, input: Input<T>): Promise<Output<T>>;
  end(): void;
}

/** Begins a worker whose tasks run one after the other in the order in which they are asked for. */
export function ownWorker(): OwnWorker {
  const own = hand();
  let before: Promise<unknown> = Promise.resolve();
  return {
    run<T extends TaskName>(task: T, input: Input<T>) {
      const answer = before.then(() => own.ask(task, input, task)) as Promise<Output<T>>;
      before = answer.catch(() => {});
      return answer;
    },
    end: () => own.end(),
  };
}
