import { type ReactNode, useContext } from "react";
import type { Json } from "vesica/kernel";
import { unitText } from "vesica/report";
import type { FormField } from "vesica/study";
import { useSay } from "../words/language.tsx";
import { FormContext } from "./form-context.tsx";
import { printNumber } from "./number-text.ts";
import { words } from "./words.ts";

/** A field's name with its unit. */
export function LabelText({ field }: { readonly field: FormField }) {
  const say = useSay();
  return (
    <>
      {say(field.label)
        .split("`")
        .map((part, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: parts stand in one order
          index % 2 === 0 ? part : <code key={index}>{part}</code>,
        )}
      {field.unit !== "" && <span className="unit"> [{say(unitText(field.unit))}]</span>}
    </>
  );
}

const mostDigits = 6;

/** A default as a placeholder shows it. */
export function shownDefault(value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return printNumber(Number(value.toPrecision(mostDigits)));
  if (typeof value === "string") return value;
  return Object.keys(value).length === 0 ? "" : JSON.stringify(value);
}

interface FieldBoxProps {
  readonly field: FormField;
  readonly ids: { readonly input: string; readonly help: string; readonly error: string };
  readonly errors: readonly string[];
  /** What may be written. */
  readonly help?: string;
  readonly across?: boolean;
  readonly children: ReactNode;
}

/** A label, its input, what may be written and what is wrong with it. */
export function FieldBox({ field, ids, errors, help = "", across = false, children }: FieldBoxProps) {
  const say = useSay();
  const { keys } = useContext(FormContext);
  const isNeeded = field.required && field.defaultValue === undefined;
  const preset = shownDefault(field.defaultValue);
  const notes = [
    ...(help === "" ? [] : [help]),
    ...(isNeeded ? [say(words.required)] : []),
    ...(preset === "" || preset.length > 40 ? [] : [say(words.defaultIs, { value: preset })]),
  ];
  return (
    <div className={`field${across ? " across" : ""}${errors.length > 0 ? " wrong" : ""}`}>
      <label htmlFor={ids.input}>
        <LabelText field={field} />
      </label>
      {children}
      <small className="help" id={ids.help}>
        {keys && <code>{field.name}</code>}
        {keys && notes.length > 0 && " · "}
        {notes.join(" · ")}
      </small>
      <FieldErrors id={ids.error} errors={errors} />
    </div>
  );
}

/** What is wrong with a field; told as it changes. */
export function FieldErrors({ id, errors }: { readonly id: string; readonly errors: readonly string[] }) {
  return (
    <div id={id} className="errors" aria-live="polite">
      {errors.map((error) => (
        <p key={error}>
          <span aria-hidden="true">▲ </span>
          {error}
        </p>
      ))}
    </div>
  );
}
