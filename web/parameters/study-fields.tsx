import { useMemo, useState } from "react";
import type { Issue, Json } from "vesica/kernel";
import type { JsonSchema } from "vesica/study";
import { SchemaForm } from "../forms/schema-form.tsx";
import { sameValue } from "../forms/values.ts";
import { useSession } from "../session/state.ts";
import { useSay } from "../words/language.tsx";
import type { StudyWords } from "../worker/read-study-words.ts";
import { editStudy } from "./edit.ts";
import { words } from "./words.ts";

const paths: Readonly<Record<string, readonly string[]>> = {
  title: ["title"],
  question: ["question"],
  reference: ["design", "reference"],
  seed: ["seed"],
};

/** Title, question, reference condition and seed of the study. */
export function StudyFields({ study }: { readonly study: StudyWords }) {
  const say = useSay();
  const { result } = useSession();
  const [issues, setIssues] = useState<readonly Issue[]>([]);
  const [wrong, setWrong] = useState<Readonly<Record<string, Json>>>({});
  const samples = result?.document.study.samples;
  const schema = useMemo(
    (): JsonSchema => studySchema([...new Set((samples ?? []).flatMap(({ condition }) => condition ?? []))]),
    [samples],
  );
  const { title, question, reference, seed } = study;
  const value: Readonly<Record<string, Json>> = {
    ...(title === "" ? {} : { title }),
    ...(question === "" ? {} : { question }),
    ...(reference === "" ? {} : { reference }),
    ...(seed === 1 ? {} : { seed }),
    ...wrong,
  };
  const change = async (next: Readonly<Record<string, Json>>) => {
    const names = Object.keys(paths).filter((name) => !sameValue(next[name], value[name]));
    const found = await editStudy(names.map((name) => ({ path: paths[name]!, value: next[name] })));
    setIssues(found.map(shortKey));
    setWrong(
      found.length > 0
        ? {
            ...wrong,
            ...Object.fromEntries(
              names.flatMap((name) => (next[name] === undefined ? [] : [[name, next[name]]])),
            ),
          }
        : Object.fromEntries(Object.entries(wrong).filter(([name]) => !names.includes(name))),
    );
  };
  return (
    <section aria-labelledby="parameters-study">
      <h2 id="parameters-study">{say(words.study)}</h2>
      <SchemaForm schema={schema} value={value} issues={issues} onChange={(next) => void change(next)} />
    </section>
  );
}

function studySchema(conditions: readonly string[]): JsonSchema {
  return {
    properties: {
      title: { type: "string", label: words.studyTitle },
      reference:
        conditions.length > 0
          ? { enum: conditions, label: words.reference }
          : { type: "string", label: words.reference },
      seed: { type: "integer", minimum: 0, default: 1, label: words.seed },
      question: { type: "string", maxLength: 20_000, label: words.question },
    },
  };
}

function shortKey(issue: Issue): Issue {
  const key = (issue.place?.key ?? "").replace(/^design\./, "");
  return { ...issue, place: { ...issue.place, key } };
}
