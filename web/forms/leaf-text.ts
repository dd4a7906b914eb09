import type { Json, Text } from "vesica/kernel";
import { fillText } from "vesica/kernel";
import type { FormField } from "vesica/study";
import { parseMatrix, parseNumber, parseNumbers, printNumber } from "./number-text.ts";
import { words } from "./words.ts";

/** How a field's value is written as text, and back; text that means nothing stays text, which the schema refuses. */
export interface LeafText {
  print(value: Json | undefined): string;
  parse(text: string): Json | undefined;
  /** What is wrong with the text; null for nothing. */
  problem(text: string): Text | null;
}

/** Empty text: null where only that says so, else not given. */
const nothing = ({ nullable, required, defaultValue }: FormField): Json | undefined =>
  nullable && (required || (defaultValue !== undefined && defaultValue !== null)) ? null : undefined;

const wrongNumber = (text: string): Text =>
  fillText(/\d,\d/.test(text) ? words.wrongComma : words.wrongNumber, { text });

export function numberText(field: FormField): LeafText {
  return {
    print: (value) =>
      typeof value === "number" ? printNumber(value) : typeof value === "string" ? value : "",
    parse: (text) => (text.trim() === "" ? nothing(field) : (parseNumber(text) ?? text)),
    problem: (text) => (text.trim() === "" || parseNumber(text) !== null ? null : wrongNumber(text.trim())),
  };
}

export function plainText(field: FormField): LeafText {
  return {
    print: (value) => (typeof value === "string" ? value : value == null ? "" : JSON.stringify(value)),
    parse: (text) => (text === "" ? (field.required && !field.nullable ? "" : nothing(field)) : text),
    problem: () => null,
  };
}

export function numbersText(field: FormField<"numbers">): LeafText {
  const number = (value: Json) =>
    value === null ? "-" : typeof value === "number" ? printNumber(value) : String(value);
  return {
    print: (value) =>
      Array.isArray(value) ? value.map(number).join("\n") : typeof value === "string" ? value : "",
    parse: (text) => {
      if (text.trim() === "") return field.required ? [] : nothing(field);
      const read = parseNumbers(text, field.gaps);
      return "values" in read ? read.values : text;
    },
    problem: (text) => {
      const read = parseNumbers(text, field.gaps);
      return "values" in read ? null : after(words.wrongAt, read.at, wrongNumber(read.wrong));
    },
  };
}

export function matrixText(field: FormField): LeafText {
  const row = (value: Json) =>
    Array.isArray(value)
      ? value.map((cell: Json) => (typeof cell === "number" ? printNumber(cell) : String(cell))).join("\t")
      : String(value);
  return {
    print: (value) =>
      Array.isArray(value) ? value.map(row).join("\n") : typeof value === "string" ? value : "",
    parse: (text) => {
      if (text.trim() === "") return field.required ? [] : nothing(field);
      const read = parseMatrix(text);
      return "rows" in read ? read.rows : text;
    },
    problem: (text) => {
      const read = parseMatrix(text);
      return "rows" in read ? null : after(words.wrongRow, read.at, wrongNumber(read.wrong));
    },
  };
}

export function namesText(field: FormField): LeafText {
  return {
    print: (value) => (Array.isArray(value) ? value.join("\n") : ""),
    parse: (text) => {
      const names = text.split(/\r\n?|\n|\t/).map((name) => name.trim());
      const given = names.filter((name) => name !== "");
      return given.length > 0 || field.required ? given : nothing(field);
    },
    problem: () => null,
  };
}

export function jsonText(field: FormField): LeafText {
  const read = (text: string): { value: Json } | { reason: string } => {
    try {
      return { value: JSON.parse(text) as Json };
    } catch (error) {
      return { reason: (error as Error).message };
    }
  };
  return {
    print: (value) =>
      value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value, null, 1),
    parse: (text) => {
      if (text.trim() === "") return nothing(field);
      const found = read(text);
      return "value" in found ? found.value : text;
    },
    problem: (text) => {
      const found = text.trim() === "" ? { value: null } : read(text);
      return "value" in found ? null : fillText(words.wrongJson, { reason: found.reason });
    },
  };
}

function after(start: Text, at: number, sentence: Text): Text {
  const begun = fillText(start, { at: at + 1 });
  return { en: begun.en + sentence.en, ja: begun.ja + sentence.ja };
}
