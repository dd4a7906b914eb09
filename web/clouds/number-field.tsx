import { useEffect, useState } from "react";

interface NumberFieldProps {
  readonly label: string;
  /** Null: open. */
  readonly value: number | null;
  /** What an empty field means; absent where a number is needed. */
  readonly empty?: string;
  /** Whether a number can be taken. */
  readonly fits?: (value: number) => boolean;
  change(value: number | null): void;
}

/** A number that is taken as soon as it can be; wrong text stays and is marked. */
export function NumberField({ label, value, empty, fits = () => true, change }: NumberFieldProps) {
  const [text, setText] = useState(value === null ? "" : String(value));
  useEffect(() => {
    setText((before) =>
      before.trim() !== "" && Number(before) === value ? before : value === null ? "" : String(value),
    );
  }, [value]);
  const numberIn = (typed: string): number | null | undefined => {
    if (typed.trim() === "") return empty === undefined ? undefined : null;
    const number = Number(typed);
    return Number.isFinite(number) && fits(number) ? number : undefined;
  };
  return (
    <input
      type="text"
      inputMode="decimal"
      size={9}
      aria-label={label}
      aria-invalid={numberIn(text) === undefined}
      placeholder={empty}
      value={text}
      onChange={({ target }) => {
        setText(target.value);
        const next = numberIn(target.value);
        if (next !== undefined && next !== value) change(next);
      }}
    />
  );
}
