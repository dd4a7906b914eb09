import type { Json } from "vesica/kernel";
import type { FormField } from "vesica/study";
import { useSay } from "../words/language.tsx";
import { type FieldProps, useFieldIds, useIssues } from "./form-context.tsx";
import { FieldBox, shownDefault } from "./label.tsx";
import {
  jsonText,
  type LeafText,
  matrixText,
  namesText,
  numbersText,
  numberText,
  plainText,
} from "./leaf-text.ts";
import { useText } from "./use-text.ts";
import { writtenValue } from "./values.ts";
import { words } from "./words.ts";

interface TextFieldProps extends FieldProps {
  readonly text: LeafText;
  readonly help?: string;
  /** Lines of the input; 1 for a line. */
  readonly lines?: number;
  readonly numeric?: boolean;
}

function TextField({
  field,
  value,
  path,
  onChange,
  text,
  help = "",
  lines = 1,
  numeric = false,
}: TextFieldProps) {
  const say = useSay();
  const ids = useFieldIds();
  const [written, write] = useText(field, value, text.print, text.parse, onChange);
  const told = useIssues(path, true);
  const problem = text.problem(written);
  const errors = problem ? [say(problem)] : told;
  const input = {
    id: ids.input,
    value: written,
    placeholder: shownDefault(field.defaultValue),
    "aria-describedby": `${ids.help} ${ids.error}`,
    "aria-invalid": errors.length > 0,
    autoComplete: "off",
    spellCheck: false,
    onChange: (event: { readonly target: { readonly value: string } }) => write(event.target.value),
  };
  return (
    <FieldBox field={field} ids={ids} errors={errors} help={help} across={lines > 1}>
      {lines > 1 ? (
        <textarea {...input} rows={lines} className={numeric ? "numbers" : "text"} />
      ) : (
        <input
          {...input}
          type="text"
          {...(numeric ? { inputMode: "decimal" as const, className: "numbers" } : {})}
        />
      )}
    </FieldBox>
  );
}

const mostLines = 10;
const linesFor = (count: number) => Math.min(mostLines, Math.max(3, count + 1));

export function NumberField(props: FieldProps<FormField<"number">>) {
  return <TextField {...props} text={numberText(props.field)} help={props.field.range} numeric />;
}

export function TextLeaf(props: FieldProps<FormField<"text">>) {
  return <TextField {...props} text={plainText(props.field)} lines={props.field.long ? 5 : 1} />;
}

export function NumbersField(props: FieldProps<FormField<"numbers">>) {
  const say = useSay();
  const { field, value } = props;
  const count = Array.isArray(value) ? value.length : 0;
  const help = [
    say(words.numbersHelp),
    ...(field.gaps ? [say(words.gapsHelp)] : []),
    ...(field.range === "" ? [] : [field.range]),
    say(words.count, { n: count }),
  ].join(" · ");
  return <TextField {...props} text={numbersText(field)} help={help} lines={linesFor(count)} numeric />;
}

export function MatrixField(props: FieldProps<FormField<"matrix">>) {
  const say = useSay();
  const count = Array.isArray(props.value) ? props.value.length : 0;
  const help = `${say(words.matrixHelp)} · ${say(words.rows, { n: count })}`;
  return <TextField {...props} text={matrixText(props.field)} help={help} lines={linesFor(count)} numeric />;
}

export function WordsField(props: FieldProps<FormField<"words">>) {
  const say = useSay();
  const count = Array.isArray(props.value) ? props.value.length : 0;
  return (
    <TextField {...props} text={namesText(props.field)} help={say(words.wordsHelp)} lines={linesFor(count)} />
  );
}

export function JsonField(props: FieldProps<FormField<"json">>) {
  return <TextField {...props} text={jsonText(props.field)} help={useSay()(words.jsonHelp)} lines={4} />;
}

export function BooleanField({ field, value, path, onChange }: FieldProps<FormField<"boolean">>) {
  const ids = useFieldIds();
  const errors = useIssues(path, true);
  return (
    <FieldBox field={field} ids={ids} errors={errors}>
      <input
        id={ids.input}
        type="checkbox"
        checked={(value ?? field.defaultValue) === true}
        aria-describedby={`${ids.help} ${ids.error}`}
        onChange={(event) => onChange(writtenValue(field, event.target.checked))}
      />
    </FieldBox>
  );
}

export function ChoiceField({ field, value, path, onChange }: FieldProps<FormField<"choice">>) {
  const ids = useFieldIds();
  const errors = useIssues(path, true);
  return (
    <FieldBox field={field} ids={ids} errors={errors}>
      <ChoiceSelect
        field={field}
        value={value}
        onChange={onChange}
        id={ids.input}
        describedBy={`${ids.help} ${ids.error}`}
      />
    </FieldBox>
  );
}

interface ChoiceSelectProps {
  readonly field: FormField<"choice">;
  readonly value: Json | undefined;
  readonly onChange: (value: Json | undefined) => void;
  readonly id?: string;
  readonly describedBy?: string;
  readonly label?: string;
}

/** A choice of words; the first entry stands for none where none is right. */
export function ChoiceSelect({ field, value, onChange, id, describedBy, label }: ChoiceSelectProps) {
  const say = useSay();
  const shown = value ?? field.defaultValue;
  const at = field.choices.indexOf(shown as Json);
  const hasNone = field.defaultValue === undefined || field.defaultValue === null;
  return (
    <select
      id={id}
      aria-describedby={describedBy}
      aria-label={label}
      value={at}
      onChange={(event) => onChange(writtenValue(field, field.choices[Number(event.target.value)]))}
    >
      {(hasNone || at < 0) && (
        <option value={-1}>{at < 0 && shown ? String(shown) : say(words.notGiven)}</option>
      )}
      {field.choices.map((choice, index) => (
        <option key={String(choice)} value={index}>
          {String(choice)}
        </option>
      ))}
    </select>
  );
}
