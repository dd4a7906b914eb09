import { useId } from "react";
import { unitText } from "vesica/report";
import { useSay } from "../words/language.tsx";
import { choiceWords } from "./choice-words.ts";
import type { MappingField } from "./mapping-fields.ts";
import { words } from "./words.ts";

interface MappingFormProps {
  readonly fields: readonly MappingField[];
  readonly typed: Readonly<Record<string, string>>;
  /** The names of the table's columns. */
  readonly header: readonly string[];
  onTyped(name: string, text: string): void;
}

/** Fields that a table usually needs; the others are folded away. */
const usual: ReadonlySet<string> = new Set([
  "upper",
  "count",
  "concentration",
  "totalConcentration",
  "concentrationUnit",
  "concentrationState",
  "dilution",
]);

/** What a table's columns are. */
export function MappingForm(props: MappingFormProps) {
  const say = useSay();
  const { fields, typed } = props;
  const first = fields.filter(({ name, required }) => required || usual.has(name));
  const rest = fields.filter((field) => !first.includes(field));
  return (
    <>
      <div className="fields">
        {first.map((field) => (
          <Field key={field.name} field={field} {...props} />
        ))}
      </div>
      {rest.length > 0 && (
        <details open={rest.some(({ name }) => name !== "headerLine" && typed[name])}>
          <summary>{say(words.more)}</summary>
          <div className="fields">
            {rest.map((field) => (
              <Field key={field.name} field={field} {...props} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Field({ field, typed, header, onTyped }: MappingFormProps & { readonly field: MappingField }) {
  const say = useSay();
  const id = useId();
  const { name, kind, orNumber, required, unit, choices } = field;
  const value = typed[name] ?? "";
  const change = (event: { readonly target: { readonly value: string } }) =>
    onTyped(name, event.target.value);
  const options = kind === "column" ? header.filter((cell) => cell !== "") : choices;
  const known = value === "" || options.includes(value) ? options : [value, ...options];
  return (
    <div className="field">
      <label htmlFor={id}>
        {say(field.label).replaceAll("`", "")}
        {unit !== "" && ` (${say(unitText(unit))})`}
        {required && <small> {say(words.required)}</small>}
      </label>
      {kind === "number" || kind === "text" || orNumber ? (
        <>
          <input
            id={id}
            value={value}
            onChange={change}
            inputMode={kind === "number" ? "decimal" : "text"}
            required={required}
            {...(orNumber ? { list: `${id}-list` } : {})}
          />
          {orNumber && (
            <datalist id={`${id}-list`}>
              {options.map((option) => (
                <option key={option} value={option} />
              ))}
            </datalist>
          )}
        </>
      ) : (
        <select id={id} value={value} onChange={change} required={required}>
          <option value="">{say(words.notGiven)}</option>
          {[...new Set(known)].map((option) => (
            <option key={option} value={option}>
              {kind === "choice" && Object.hasOwn(choiceWords, option) ? say(choiceWords[option]!) : option}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
