import { useState } from "react";
import type { Json } from "vesica/kernel";
import type { FormField } from "vesica/study";
import { useSay } from "../words/language.tsx";
import { FieldView } from "./field-view.tsx";
import { type FieldProps, useFieldIds, useIssues } from "./form-context.tsx";
import { FieldErrors, LabelText } from "./label.tsx";
import { firstValue, itemsOf, membersOf, renamed, withMember, writtenValue } from "./values.ts";
import { words } from "./words.ts";

/** The fields of an object, one below the other. */
export function FieldsView({
  fields,
  value,
  path,
  onChange,
}: {
  readonly fields: readonly FormField[];
  readonly value: Json | undefined;
  readonly path: readonly string[];
  readonly onChange: (value: Readonly<Record<string, Json>>) => void;
}) {
  const members = membersOf(value);
  return fields.map((field) => (
    <FieldView
      key={field.name}
      field={field}
      value={members[field.name]}
      path={[...path, field.name]}
      onChange={(member) => onChange(withMember(members, field.name, member))}
    />
  ));
}

/** An object in a frame of its own; one that may be left out is added and removed. */
export function ObjectField({ field, value, path, onChange }: FieldProps<FormField<"object">>) {
  const say = useSay();
  const ids = useFieldIds();
  const errors = useIssues(path, false);
  const isOptional = !field.required && (field.defaultValue === undefined || field.defaultValue === null);
  const isThere = !isOptional || (value !== undefined && value !== null);
  return (
    <fieldset>
      <legend>
        <LabelText field={field} />
      </legend>
      {isThere && (
        <FieldsView
          fields={field.fields}
          value={value}
          path={path}
          onChange={(next) =>
            onChange(!field.required && !isOptional && Object.keys(next).length === 0 ? undefined : next)
          }
        />
      )}
      {isOptional && (
        <button type="button" className="quiet" onClick={() => onChange(isThere ? undefined : {})}>
          {say(isThere ? words.removeNamed : words.add, { name: say(field.label) })}
        </button>
      )}
      <FieldErrors id={ids.error} errors={errors} />
    </fieldset>
  );
}

/** A list of things that need more room than a row. */
export function ListField({ field, value, path, onChange }: FieldProps<FormField<"list">>) {
  const say = useSay();
  const ids = useFieldIds();
  const errors = useIssues(path, false);
  const items = itemsOf(value ?? field.defaultValue);
  const set = (next: readonly Json[]) => onChange(writtenValue(field, next));
  return (
    <fieldset className="across">
      <legend>
        <LabelText field={field} />
      </legend>
      <ol className="items">
        {items.map((item, index) => {
          const label = say(words.item, { name: say(field.label), n: index + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: items have no other name
            <li key={index}>
              <FieldView
                field={{ ...field.item, label: { en: label, ja: label } }}
                value={item}
                path={[...path, String(index)]}
                onChange={(next) => set(items.map((each, at) => (at === index ? (next ?? {}) : each)))}
              />
              <button
                type="button"
                className="quiet"
                onClick={() => set(items.filter((_, at) => at !== index))}
              >
                {say(words.removeNamed, { name: label })}
              </button>
            </li>
          );
        })}
      </ol>
      <button type="button" onClick={() => set([...items, firstValue(field.item)])}>
        {say(words.add)}
      </button>
      <FieldErrors id={ids.error} errors={errors} />
    </fieldset>
  );
}

/** Values side by side, each in its place. */
export function TupleField({ field, value, path, onChange }: FieldProps<FormField<"tuple">>) {
  const ids = useFieldIds();
  const errors = useIssues(path, false);
  const given = itemsOf(value);
  const preset = itemsOf(field.defaultValue);
  const isRange = field.items.length === 2 && field.items.every(({ kind }) => kind === "number");
  return (
    <fieldset>
      <legend>
        <LabelText field={field} />
      </legend>
      {field.items.map((item, index) => {
        const label = isRange
          ? index === 0
            ? words.from
            : words.to
          : { en: String(index + 1), ja: String(index + 1) };
        return (
          <FieldView
            // biome-ignore lint/suspicious/noArrayIndexKey: places have no other name
            key={index}
            field={{ ...item, name: String(index), label, required: false, defaultValue: preset[index] }}
            value={given[index]}
            path={[...path, String(index)]}
            onChange={(next) => {
              const all = field.items.map((each, at) =>
                at === index ? (next ?? preset[at] ?? null) : (given[at] ?? preset[at] ?? firstValue(each)),
              );
              const isEmpty = !field.required && all.every((each) => each === null || each === "");
              onChange(isEmpty ? undefined : writtenValue(field, all));
            }}
          />
        );
      })}
      <FieldErrors id={ids.error} errors={errors} />
    </fieldset>
  );
}

/** Values by names that a person chooses. */
export function RecordField({ field, value, path, onChange }: FieldProps<FormField<"record">>) {
  const say = useSay();
  const ids = useFieldIds();
  const errors = useIssues(path, false);
  const [name, setName] = useState("");
  const record = membersOf(value ?? field.defaultValue);
  const isTaken = Object.hasOwn(record, name.trim());
  const set = (next: Readonly<Record<string, Json>>) => onChange(writtenValue(field, next));
  return (
    <fieldset className="across">
      <legend>
        <LabelText field={field} />
      </legend>
      <ul className="items">
        {Object.entries(record).map(([key, member]) => (
          <li key={key}>
            <label className="entry-name">
              {say(words.name)}
              <input
                type="text"
                defaultValue={key}
                onBlur={(event) => {
                  const next = event.target.value.trim();
                  if (next === "" || (next !== key && Object.hasOwn(record, next))) event.target.value = key;
                  else if (next !== key) set(renamed(record, key, next));
                }}
              />
            </label>
            <FieldView
              field={{ ...field.item, label: { en: key, ja: key } }}
              value={member}
              path={[...path, key]}
              onChange={(next) => set({ ...record, [key]: next ?? firstValue(field.item) })}
            />
            <button type="button" className="quiet" onClick={() => set(withMember(record, key, undefined))}>
              {say(words.removeNamed, { name: key })}
            </button>
          </li>
        ))}
      </ul>
      <div className="add-entry">
        <label>
          {say(words.name)}
          <input
            type="text"
            value={name}
            aria-invalid={isTaken}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <button
          type="button"
          disabled={name.trim() === "" || isTaken}
          onClick={() => {
            set({ ...record, [name.trim()]: firstValue(field.item) });
            setName("");
          }}
        >
          {say(words.add)}
        </button>
      </div>
      <FieldErrors id={ids.error} errors={isTaken ? [say(words.nameTaken)] : errors} />
    </fieldset>
  );
}
