/** How far a map has come; `label` names the input that was last finished. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

export interface MapOptions<I> {
  readonly signal?: AbortSignal;
  readonly progress?: (progress: Progress) => void;
  /** What the input is called in messages. */
  readonly label?: (input: I) => string;
  /** How long the input will take, in any unit: the heaviest is begun first. */
  readonly weight?: (input: I) => number;
}

/** The only way to run many: worker threads, web workers or one loop; the outputs do not depend on which. */
export interface Engine {
  /**
   * Runs the task of `taskId` on each input and gives the outputs in the order of the inputs. Rejects with the
   * signal's reason when it is aborted, and with a `TaskFault` when a task throws.
   */
  map<I, O>(taskId: string, inputs: readonly I[], options?: MapOptions<I>): Promise<readonly O[]>;
  close(): Promise<void>;
}

// biome-ignore lint/suspicious/noExplicitAny: a table holds tasks of every input
export type Task = (input: any) => Promise<unknown>;
/** What an engine can run, by id; inputs and outputs are structured-cloneable. */
export type TaskTable = Readonly<Record<string, Task>>;

/** A bug that a task met: bad data never throws. */
export class TaskFault extends Error {
  readonly label: string;
  constructor(label: string, cause: unknown) {
    super(`${label}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.name = "TaskFault";
    this.label = label;
  }
}

/** Runs one input after the other in this thread. */
export function serialEngine(tasks: TaskTable): Engine {
  return {
    async map<I, O>(taskId: string, inputs: readonly I[], options: MapOptions<I> = {}) {
      const task = tasks[taskId];
      if (!task) throw new RangeError(`no task ${taskId}`);
      const outputs: O[] = [];
      for (const [index, input] of inputs.entries()) {
        options.signal?.throwIfAborted();
        const label = options.label?.(input) ?? `input ${index}`;
        try {
          outputs.push((await task(input)) as O);
        } catch (cause) {
          throw new TaskFault(label, cause);
        }
        options.progress?.({ done: index + 1, total: inputs.length, label });
      }
      options.signal?.throwIfAborted();
      return outputs;
    },
    async close() {},
  };
}
