import type { Text } from "vesica/kernel";
import type { FieldKind, FormField } from "vesica/study";
import { useSay } from "../words/language.tsx";
import { FieldView } from "./field-view.tsx";
import { type FieldProps, useFieldIds, useIssues } from "./form-context.tsx";
import { FieldsView } from "./group-view.tsx";
import { FieldErrors, LabelText } from "./label.tsx";
import { firstValue, membersOf, optionOf } from "./values.ts";
import { words } from "./words.ts";

/** An object of one of several kinds; what kinds share stays when the kind is changed. */
export function VariantsField({ field, value, path, onChange }: FieldProps<FormField<"variants">>) {
  const say = useSay();
  const ids = useFieldIds();
  const errors = useIssues(path, false);
  const kindErrors = useIssues([...path, field.discriminator], true);
  const { discriminator, options } = field;
  const members = membersOf(value);
  const chosen = options.find((option) => option.value === members[discriminator]);
  return (
    <fieldset className="across">
      <legend>
        <LabelText field={field} />
      </legend>
      <div className="field">
        <label htmlFor={ids.input}>{say(words.kind)}</label>
        <select
          id={ids.input}
          value={chosen?.value ?? ""}
          onChange={(event) => {
            const next = options.find((option) => option.value === event.target.value)!;
            const kept = next.fields.filter(({ name }) => Object.hasOwn(members, name));
            const shared = Object.fromEntries(kept.map(({ name }) => [name, members[name]!]));
            onChange({ [discriminator]: next.value, ...shared });
          }}
        >
          {!chosen && <option value="">{say(words.notGiven)}</option>}
          {options.map((option) => (
            <option key={option.value}>{option.value}</option>
          ))}
        </select>
      </div>
      {chosen && (
        <FieldsView
          key={chosen.value}
          fields={chosen.fields}
          value={members}
          path={path}
          onChange={(next) => onChange({ [discriminator]: chosen.value, ...next })}
        />
      )}
      <FieldErrors id={ids.error} errors={[...errors, ...kindErrors]} />
    </fieldset>
  );
}

const optionWords: Partial<Record<FieldKind, Text>> = {
  number: words.oneNumber,
  numbers: words.severalNumbers,
  table: words.aTable,
  list: words.aTable,
  text: words.aText,
};

/** A value that may be of several shapes: first which, then what. */
export function UnionField({ field, value, path, onChange }: FieldProps<FormField<"union">>) {
  const say = useSay();
  const ids = useFieldIds();
  const errors = useIssues(path, false);
  const shown = value ?? field.defaultValue;
  const at = optionOf(field.options, shown);
  const chosen = field.options[at];
  const hasNone = field.defaultValue === undefined || field.defaultValue === null;
  const titleOf = (option: FormField) =>
    option.kind === "constant" ? String(option.value) : say(optionWords[option.kind] ?? words.anObject);
  return (
    <fieldset>
      <legend>
        <LabelText field={field} />
      </legend>
      <div className="field">
        <select
          id={ids.input}
          aria-label={say(words.option, { name: say(field.label) })}
          value={at}
          onChange={(event) => {
            const option = field.options[Number(event.target.value)];
            const next = option && firstValue(option);
            onChange(next === field.defaultValue ? undefined : next);
          }}
        >
          {(hasNone || at < 0) && <option value={-1}>{say(words.notGiven)}</option>}
          {field.options.map((option, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: options have no other name
            <option key={index} value={index}>
              {titleOf(option)}
            </option>
          ))}
        </select>
      </div>
      {chosen && chosen.kind !== "constant" && (
        <FieldView
          key={at}
          field={{ ...chosen, label: field.label, unit: field.unit, required: true }}
          value={shown}
          path={path}
          onChange={(next) => onChange(next ?? firstValue(chosen))}
        />
      )}
      <FieldErrors id={ids.error} errors={chosen && chosen.kind !== "constant" ? [] : errors} />
    </fieldset>
  );
}
