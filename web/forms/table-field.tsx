import type { ClipboardEvent } from "react";
import type { Json } from "vesica/kernel";
import type { FormField, TableColumn } from "vesica/study";
import { useSay } from "../words/language.tsx";
import { type FieldProps, useFieldIds, useIssues } from "./form-context.tsx";
import { FieldErrors, LabelText, shownDefault } from "./label.tsx";
import { numberText, plainText } from "./leaf-text.ts";
import { ChoiceSelect } from "./leaf-view.tsx";
import { useText } from "./use-text.ts";
import { itemsOf, membersOf, pastedRows, valueAt, withPath, writtenValue } from "./values.ts";
import { words } from "./words.ts";

/** A small table, a row for each object; cells of a spreadsheet may be pasted into it. */
export function TableField({ field, value, path, onChange }: FieldProps<FormField<"table">>) {
  const say = useSay();
  const ids = useFieldIds();
  const errors = useIssues(path, false);
  const rows = itemsOf(value ?? field.defaultValue);
  const { columns } = field;
  const set = (next: readonly Json[]) => onChange(writtenValue(field, next));
  const cellParse = (column: number, text: string) => columnText(columns[column]!.field).parse(text);
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trimEnd())) return;
    event.preventDefault();
    const paths = columns.map((each) => each.path);
    set(pastedRows(rows, paths, text, { row, column }, cellParse));
  };
  return (
    <fieldset className="table across">
      <legend>
        <LabelText field={field} />
      </legend>
      <div className="scroll">
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column.path.join(".")} scope="col">
                  {column.group && <small>{say(column.group)}: </small>}
                  <LabelText field={column.field} />
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name
              <tr key={index}>
                {columns.map((column, place) => (
                  <td key={column.path.join(".")} onPaste={(event) => paste(event, index, place)}>
                    <Cell
                      column={column}
                      row={index}
                      value={valueAt(row, column.path)}
                      path={[...path, String(index), ...column.path]}
                      onChange={(cell) =>
                        set(
                          rows.map((each, at) =>
                            at === index ? withPath(membersOf(each), column.path, cell) : each,
                          ),
                        )
                      }
                    />
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    className="quiet"
                    aria-label={say(words.removeRow, { n: index + 1 })}
                    onClick={() => set(rows.filter((_, at) => at !== index))}
                  >
                    ×
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" onClick={() => set([...rows, {}])}>
        {say(words.addRow)}
      </button>
      <FieldErrors id={ids.error} errors={errors} />
    </fieldset>
  );
}

const columnText = (field: FormField) => (field.kind === "number" ? numberText(field) : plainText(field));

interface CellProps {
  readonly column: TableColumn;
  readonly row: number;
  readonly value: Json | undefined;
  readonly path: readonly string[];
  readonly onChange: (value: Json | undefined) => void;
}

function Cell({ column: { field, group }, row, value, path, onChange }: CellProps) {
  const say = useSay();
  const ids = useFieldIds();
  const told = useIssues(path, true);
  const text = columnText(field);
  const [written, write] = useText(field, value, text.print, text.parse, onChange);
  const label = `${group ? `${say(group)}: ` : ""}${say(field.label)}, ${say(words.row, { n: row + 1 })}`;
  if (field.kind === "choice")
    return <ChoiceSelect field={field} value={value} onChange={onChange} label={label} />;
  if (field.kind === "boolean")
    return (
      <input
        type="checkbox"
        aria-label={label}
        checked={(value ?? field.defaultValue) === true}
        onChange={(event) => onChange(writtenValue(field, event.target.checked))}
      />
    );
  const problem = text.problem(written);
  const errors = problem ? [say(problem)] : told;
  return (
    <>
      <input
        type="text"
        className={field.kind === "number" ? "numbers" : "text"}
        inputMode={field.kind === "number" ? "decimal" : "text"}
        aria-label={label}
        aria-invalid={errors.length > 0}
        aria-describedby={ids.error}
        autoComplete="off"
        spellCheck={false}
        placeholder={shownDefault(field.defaultValue)}
        value={written}
        onChange={(event) => write(event.target.value)}
      />
      <FieldErrors id={ids.error} errors={errors} />
    </>
  );
}
