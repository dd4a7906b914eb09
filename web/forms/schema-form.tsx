import { useMemo } from "react";
import type { Issue, Json } from "vesica/kernel";
import { formFields, type JsonSchema } from "vesica/study";
import { FormContext } from "./form-context.tsx";
import { FieldsView } from "./group-view.tsx";

export interface SchemaFormProps {
  /** JSON Schema of an object. */
  readonly schema: JsonSchema;
  /** What is written; defaults stay out. Text that means nothing stands in it as text. */
  readonly value: Json | undefined;
  readonly onChange: (value: Readonly<Record<string, Json>>) => void;
  /** Told beside the field that `place.key` names. */
  readonly issues: readonly Issue[];
  /** Keys in front of the form's own in `place.key`: `["input"]`. */
  readonly root?: readonly string[];
  /** Whether each field tells its key in study.yaml. */
  readonly keys?: boolean;
}

const top: readonly string[] = [];

/** A form that a schema describes. */
export function SchemaForm({ schema, value, onChange, issues, root = top, keys = false }: SchemaFormProps) {
  const fields = useMemo(() => formFields(schema), [schema]);
  const context = useMemo(() => ({ issues, keys }), [issues, keys]);
  return (
    <FormContext.Provider value={context}>
      <div className="form">
        <FieldsView fields={fields} value={value} path={root} onChange={onChange} />
      </div>
    </FormContext.Provider>
  );
}
