/** What the page asks of a worker. */
export interface Job {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
}

/** What a worker answers: the output, or a bug that a task met. */
export type Answer =
  | { readonly id: number; readonly output: unknown }
  | { readonly id: number; readonly error: Error };
