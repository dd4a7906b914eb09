import { received } from "../engine/crossing.ts";
import type { Answer, Job } from "../engine/job.ts";
import { tasks } from "./tasks.ts";

/** The worker itself, as much of it as is used. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<Job>) => void;
  postMessage(answer: Answer): void;
};

scope.onmessage = async ({ data: { id, task, input } }: MessageEvent<Job>) => {
  const answer = async (): Promise<Answer> => {
    try {
      const act = tasks[task as keyof typeof tasks] as (input: unknown) => unknown;
      return { id, output: await act(received(input)) };
    } catch (error) {
      return { id, error: error instanceof Error ? error : new Error(String(error)) };
    }
  };
  scope.postMessage(await answer());
};
