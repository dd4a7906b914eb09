import type { Text } from "../../../kernel/index.ts";

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/** A number as a sentence shows it, with at most `digits` significant digits: `0.8904`, `1200`, `1.28 × 10⁹`. */
export function readable(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (value !== 0 && (size >= 1e5 || size < 1e-3)) {
    const [mantissa, exponent] = value.toExponential(Math.min(digits, 3) - 1).split("e");
    const power = [...String(Math.abs(Number(exponent)))]
      .map((digit) => superscripts[Number(digit)])
      .join("");
    return `${Number(mantissa)} × 10${Number(exponent) < 0 ? "⁻" : ""}${power}`;
  }
  return String(Number(value.toPrecision(digits)));
}

/** A fraction in percent with one decimal: `12.5 %`. */
export function percent(fraction: number): string {
  return Number.isFinite(fraction) ? `${readable(Number((100 * fraction).toFixed(1)))} %` : "–";
}

/** Words that are the same in every language: numbers and units. */
export function neutral(words: string): Text {
  return { en: words, ja: words };
}
