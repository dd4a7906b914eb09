import { useState } from "react";
import type { Json } from "vesica/kernel";
import type { FormField } from "vesica/study";
import { sameValue, writtenValue } from "./values.ts";

/**
 * The text of an input beside the value that it means: what is typed stays as it is typed, also where it means
 * nothing; another value from outside is printed anew.
 */
export function useText(
  field: FormField,
  value: Json | undefined,
  print: (value: Json | undefined) => string,
  parse: (text: string) => Json | undefined,
  onChange: (value: Json | undefined) => void,
): readonly [string, (text: string) => void] {
  const [state, setState] = useState({ text: print(value), value });
  if (!sameValue(state.value, value)) setState({ text: print(value), value });
  const write = (text: string) => {
    const next = writtenValue(field, parse(text));
    setState({ text, value: next });
    onChange(next);
  };
  return [state.text, write];
}
