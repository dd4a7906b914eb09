import type { FieldProps } from "./form-context.tsx";
import { ListField, ObjectField, RecordField, TupleField } from "./group-view.tsx";
import { UnionField, VariantsField } from "./kind-view.tsx";
import {
  BooleanField,
  ChoiceField,
  JsonField,
  MatrixField,
  NumberField,
  NumbersField,
  TextLeaf,
  WordsField,
} from "./leaf-view.tsx";
import { TableField } from "./table-field.tsx";

/** One field of a form, whatever it holds. */
export function FieldView({ field, ...rest }: FieldProps) {
  switch (field.kind) {
    case "number":
      return <NumberField field={field} {...rest} />;
    case "text":
      return <TextLeaf field={field} {...rest} />;
    case "boolean":
      return <BooleanField field={field} {...rest} />;
    case "choice":
      return <ChoiceField field={field} {...rest} />;
    case "constant":
      return null;
    case "numbers":
      return <NumbersField field={field} {...rest} />;
    case "matrix":
      return <MatrixField field={field} {...rest} />;
    case "words":
      return <WordsField field={field} {...rest} />;
    case "table":
      return <TableField field={field} {...rest} />;
    case "list":
      return <ListField field={field} {...rest} />;
    case "tuple":
      return <TupleField field={field} {...rest} />;
    case "object":
      return <ObjectField field={field} {...rest} />;
    case "record":
      return <RecordField field={field} {...rest} />;
    case "variants":
      return <VariantsField field={field} {...rest} />;
    case "union":
      return <UnionField field={field} {...rest} />;
    case "json":
      return <JsonField field={field} {...rest} />;
  }
}
