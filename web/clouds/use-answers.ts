import { useEffect, useRef, useState } from "react";
import { type AxisView, type Issue, isAccepted, type Result } from "vesica/kernel";
import type { OwnWorker, TaskName } from "../engine/engine.ts";
import type { CloudQuestion } from "../worker/clouds.ts";
import { type Latest, latest } from "./latest.ts";

/** The last answer with its question, and what is wrong with the newest question. */
export interface Answered<Q, A> {
  readonly question: Q | null;
  readonly answer: A | null;
  readonly issues: readonly Issue[];
  readonly fault: string | null;
}

const nothing = { question: null, answer: null, issues: [], fault: null } as const;

/** Answers of the worker to questions that change often: the latest question wins, none is waited for. */
export function useAnswers<R, A>(
  worker: OwnWorker,
  task: TaskName,
  question: CloudQuestion<R> | null,
): Answered<CloudQuestion<R>, A> {
  type Q = CloudQuestion<R>;
  const [answered, setAnswered] = useState<Answered<Q, A>>(nothing);
  const line = useRef<Latest<Q> | null>(null);
  useEffect(() => {
    const own = latest<Q, Result<A>>(
      (asked) => worker.run(task, asked as never) as Promise<Result<A>>,
      (asked, result) =>
        setAnswered((before) =>
          isAccepted(result)
            ? { question: asked, answer: result.value, issues: result.warnings, fault: null }
            : { ...before, issues: result.issues, fault: null },
        ),
      (error) =>
        setAnswered((before) => ({ ...before, fault: error instanceof Error ? error.message : `${error}` })),
    );
    line.current = own;
    return () => own.stop();
  }, [worker, task]);
  useEffect(() => {
    if (question) line.current?.ask(question);
  }, [question]);
  return answered;
}

/** A view whose cofactor a person can read and type. */
function readable(view: AxisView): AxisView {
  return view.cofactor === null ? view : { ...view, cofactor: Number(view.cofactor.toPrecision(3)) };
}

/** The whole of axes as the room suggests to look at them, by axis; asked for once. */
export function useWholeViews(
  worker: OwnWorker,
  id: string,
  cloud: number,
  axes: readonly string[],
): ReadonlyMap<string, AxisView> {
  const [views, setViews] = useState<ReadonlyMap<string, AxisView>>(new Map());
  const asked = useRef(new Set<string>());
  const wanted = axes.join("\n");
  useEffect(() => {
    for (const axis of wanted.split("\n")) {
      if (axis === "" || asked.current.has(axis)) continue;
      asked.current.add(axis);
      const keep = (result: Result<AxisView>) => {
        if (isAccepted(result)) setViews((before) => new Map(before).set(axis, readable(result.value)));
      };
      worker.run("cloud-view", { id, cloud, request: axis }).then(keep, () => asked.current.delete(axis));
    }
  }, [worker, id, cloud, wanted]);
  return views;
}
