import { createContext, useContext, useId } from "react";
import type { Issue, Json } from "vesica/kernel";
import type { FormField } from "vesica/study";
import { useLanguage } from "../words/language.tsx";

/** What every field of a form knows of the whole. */
export interface FormContext {
  /** Issues with `place.key` under `root`. */
  readonly issues: readonly Issue[];
  /** Whether each field tells its key in study.yaml. */
  readonly keys?: boolean;
}

export const FormContext = createContext<FormContext>({ issues: [] });

/** What a field's component is given; `path` are the keys that lead to it, joined by dots in an issue's `place.key`. */
export interface FieldProps<F extends FormField = FormField> {
  readonly field: F;
  readonly value: Json | undefined;
  readonly path: readonly string[];
  readonly onChange: (value: Json | undefined) => void;
}

/** Sentences about the field at `path`; with `inside` about what is in it too. */
export function useIssues(path: readonly string[], inside: boolean): readonly string[] {
  const { issues } = useContext(FormContext);
  const { language } = useLanguage();
  const at = path.join(".");
  const own = issues.filter(({ place }) => {
    const key = place?.key ?? "";
    return key === at || (inside && key.startsWith(`${at}.`));
  });
  return [
    ...new Set(own.map(({ message, parameters }) => reasonOf(parameters, language) ?? message[language])),
  ];
}

/** The reason alone where an issue names its key before: beside the field the key is known. */
function reasonOf(parameters: Issue["parameters"], language: "en" | "ja"): string | undefined {
  const reason = language === "ja" ? (parameters.reasonJa ?? parameters.reason) : parameters.reason;
  return reason === undefined ? undefined : String(reason);
}

/** Ids of a field's input, its help and its errors. */
export function useFieldIds() {
  const id = useId();
  return { input: id, help: `${id}-help`, error: `${id}-error` };
}
