import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Issue, Json, Result } from "vesica/kernel";
import type { OperationAnswer } from "vesica/study";
import { doTask } from "../engine/engine.ts";
import { SchemaForm } from "../forms/schema-form.tsx";
import { IssueList } from "../issues/issue-list.tsx";
import { session } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import type { ListedOperation, ListedRoom } from "../worker/operations.ts";
import { AnswerView } from "./answer-view.tsx";
import { type CallSearch, searchOf } from "./call-link.ts";
import { latestOnly } from "./latest.ts";
import { words } from "./words.ts";

interface CalculatorProps {
  readonly room: ListedRoom;
  readonly operation: ListedOperation;
  /** What the address gives; null for the example. */
  readonly given: Required<CallSearch> | null;
}

interface Answered {
  readonly input: Json;
  readonly result: Result<OperationAnswer>;
  /** The last value that there was. */
  readonly value: unknown;
  readonly valueInput: Json;
}

const pause = 150;
const inputRoot = ["input"];
const parametersRoot = ["parameters"];
const nothing: readonly Issue[] = [];

/** A form for an operation's input and parameters, and what it gives, computed anew as one types. */
export function Calculator({ room, operation, given }: CalculatorProps) {
  const say = useSay();
  const navigate = useNavigate();
  const example = { input: operation.example?.input ?? {}, parameters: operation.example?.parameters ?? {} };
  const [call, setCall] = useState<Required<CallSearch>>(given ?? example);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [busy, setBusy] = useState(false);
  const changed = useRef(false);
  const run = useMemo(
    () =>
      latestOnly(
        async ({ input, parameters }: Required<CallSearch>) => ({
          input,
          result: await doTask("run-operation", { id: operation.id, input, parameters }),
        }),
        ({ input, result }) => {
          setBusy(false);
          setAnswered((before) => ({
            input,
            result,
            value: "value" in result ? result.value.value : before?.value,
            valueInput: "value" in result ? input : (before?.valueInput ?? null),
          }));
        },
        (error) => {
          setBusy(false);
          session.set({ fault: error instanceof Error ? error.message : String(error) });
        },
      ),
    [operation.id],
  );
  useEffect(() => {
    setBusy(true);
    const waiting = setTimeout(() => run(call), changed.current ? pause : 0);
    return () => clearTimeout(waiting);
  }, [call, run]);
  const search = searchOf(call.input, call.parameters);
  useEffect(() => {
    if (!changed.current) return;
    const to = { to: "/tools/$operation", params: { operation: operation.id } } as const;
    const waiting = setTimeout(
      () => void navigate({ ...to, search: (search ?? {}) as never, replace: true, resetScroll: false }),
      2 * pause,
    );
    return () => clearTimeout(waiting);
  }, [navigate, operation.id, search]);
  const change = (next: Partial<CallSearch>) => {
    changed.current = true;
    setCall({ ...call, ...next });
  };
  const result = answered?.result;
  const issues = result && !("value" in result) ? result.issues : nothing;
  const warnings = result && "value" in result ? result.warnings : nothing;
  const told = issues.filter(({ code }) => code !== "input-invalid");
  const hasParameters = Object.keys(operation.parameters.properties ?? {}).length > 0;
  return (
    <>
      <h1>{say(operation.title)}</h1>
      <p>{say(operation.summary)}</p>
      <div className="calculator">
        <div className="asked">
          <h2>{say(words.input)}</h2>
          <SchemaForm
            schema={operation.input}
            value={call.input}
            issues={issues}
            root={inputRoot}
            onChange={(input) => change({ input })}
          />
          {hasParameters && (
            <>
              <h2>{say(words.parameters)}</h2>
              <SchemaForm
                schema={operation.parameters}
                value={call.parameters}
                issues={issues}
                root={parametersRoot}
                onChange={(parameters) => change({ parameters })}
              />
            </>
          )}
          <p className="actions">
            {operation.example && (
              <button type="button" onClick={() => change(example)}>
                {say(words.example)}
              </button>
            )}
          </p>
          <small>
            {say(search ? words.shareable : words.tooLong)}{" "}
            {say(words.version, { id: operation.id, version: operation.version })}
          </small>
        </div>
        <section className="answered" aria-busy={busy} aria-labelledby="answer-title">
          <h2 id="answer-title">{say(words.result)}</h2>
          <div aria-live="polite">
            {issues.length > 0 && <p className="doubtful">{say(words.refused)}</p>}
            <IssueList issues={[...told, ...warnings]} placeless />
            {issues.length > 0 && answered?.value !== undefined && <p>{say(words.stale)}</p>}
          </div>
          {answered?.value !== undefined && (
            <div className={issues.length > 0 ? "stale" : undefined}>
              <AnswerView value={answered.value} input={answered.valueInput} names={{ room, operation }} />
            </div>
          )}
        </section>
      </div>
    </>
  );
}
