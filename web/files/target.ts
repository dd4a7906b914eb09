import type { Target } from "./text-view.tsx";

/** The place in a file that a link names by `line` or `byte`; null where it names none. */
export function targetOf({ line, byte }: Readonly<Record<string, unknown>>): Target | null {
  const count = (value: unknown, least: number) => {
    const number = typeof value === "number" || typeof value === "string" ? Number(value) : Number.NaN;
    return Number.isSafeInteger(number) && number >= least ? number : null;
  };
  const place = count(line, 1);
  if (place !== null) return { line: place };
  const offset = count(byte, 0);
  return offset === null || byte === "" ? null : { byte: offset };
}
