import { visibleControls } from "vesica/report";

/**
 * `value` with every text in it as Vega's expressions can hold it: controls and line separators made visible, and a
 * blank after a text that is the name of a member of every JavaScript object, which Vega takes for a signal.
 */
export function drawableWords(value: unknown): unknown {
  if (typeof value === "string") {
    const text = visibleControls(value);
    return text in Object.prototype ? `${text} ` : text;
  }
  if (Array.isArray(value)) return value.map(drawableWords);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, drawableWords(member)]));
}
