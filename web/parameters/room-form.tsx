import { useEffect, useRef, useState } from "react";
import type { Issue, Json } from "vesica/kernel";
import { SchemaForm } from "../forms/schema-form.tsx";
import { sameValue } from "../forms/values.ts";
import { useSay } from "../words/language.tsx";
import type { RoomParameters } from "../worker/operations.ts";
import { editStudy } from "./edit.ts";
import { words } from "./words.ts";

interface RoomFormProps {
  readonly room: RoomParameters;
  /** As study.yaml has it. */
  readonly value: Json | undefined;
}

interface Refused {
  readonly value: Json;
  readonly issues: readonly Issue[];
}

/** What was written and refused, by room, so that it is not lost when another page is looked at. */
const refusedValues = new Map<string, Refused>();

/** The parameters of a room; each change goes into study.yaml at once, as far as the study may hold it. */
export function RoomForm({ room, value }: RoomFormProps) {
  const say = useSay();
  const [draft, setDraft] = useState<Json | undefined>(refusedValues.get(room.id)?.value ?? value);
  const [issues, setIssues] = useState<readonly Issue[]>(refusedValues.get(room.id)?.issues ?? []);
  const asked = useRef(0);
  const written = useRef(value);
  useEffect(() => {
    if (sameValue(written.current, value)) return;
    written.current = value;
    if (!refusedValues.has(room.id)) setDraft(value);
  }, [room.id, value]);
  const change = async (next: Readonly<Record<string, Json>>) => {
    setDraft(next);
    const turn = ++asked.current;
    const path = ["parameters", room.id];
    const isEmpty = Object.keys(next).length === 0;
    if (!isEmpty) written.current = next;
    else written.current = undefined;
    const found = await editStudy([{ path, value: isEmpty ? undefined : next }]);
    if (turn !== asked.current) return;
    if (found.length > 0) refusedValues.set(room.id, { value: next, issues: found });
    else refusedValues.delete(room.id);
    setIssues(found);
  };
  return (
    <section aria-labelledby={`parameters-${room.id}`}>
      <h2 id={`parameters-${room.id}`}>{say(room.title)}</h2>
      {issues.length > 0 && <p className="doubtful">{say(words.notWritten)}</p>}
      <SchemaForm
        schema={room.schema}
        value={draft}
        issues={issues}
        root={["parameters", room.id]}
        keys
        onChange={(next) => void change(next)}
      />
    </section>
  );
}
