import { defineIssues } from "./issue.ts";
import { accepted, isRefused, type Result, refused } from "./result.ts";
import { readUnit, type Unit } from "./unit-parser.ts";

export type { Unit } from "./unit-parser.ts";

/** Issues of units and quantities. */
export const unitIssues = defineIssues({
  "unit-unknown": {
    severity: "error",
    message: {
      en: "The unit “{unit}” is not a UCUM code that Vesica knows.",
      ja: "単位「{unit}」は、対応しているUCUMコードではありません。",
    },
    remedy: {
      en: "Write it as a UCUM code, for example nm, ug/mL, mPa.s, 10*9/L.",
      ja: "UCUMコードで記入してください（例：nm、ug/mL、mPa.s、10*9/L）。",
    },
  },
  "unit-mismatch": {
    severity: "error",
    message: {
      en: "“{from}” and “{to}” are units of different things, so the value cannot be converted.",
      ja: "「{from}」と「{to}」は異なる量の単位なので、換算できません。",
    },
    remedy: {
      en: "Check the unit of each value.",
      ja: "それぞれの値の単位を確認してください。",
    },
  },
  "unit-celsius": {
    severity: "error",
    message: {
      en: "A temperature in “{unit}” cannot be added, multiplied or be part of a compound unit: its zero is not absolute.",
      ja: "「{unit}」の温度は零点が絶対零度ではないため、加算・乗算や複合単位には使えません。",
    },
    remedy: {
      en: "Convert it to K first.",
      ja: "先にKへ換算してください。",
    },
  },
});

const known = new Map<string, Result<Unit>>();

/**
 * Reads a UCUM code such as `nm`, `um2/s`, `{particles}/mL`, `10*9/L`; gives `unit-unknown`, or `unit-celsius` where
 * `Cel` is not alone. Annotations keep their words: `{particles}` and `{cells}` are not the same thing.
 */
export function parseUnit(code: string): Result<Unit> {
  let result = known.get(code);
  if (result === undefined) {
    const unit = readUnit(code);
    if (typeof unit === "string") result = refused(unitIssues.raise(unit, { unit: code }));
    else result = accepted(unit);
    if (known.size < 1000) known.set(code, result);
  }
  return result;
}

/** True where the two units measure the same thing: equal dimensions, and no two different annotations. */
export function comparable(a: Unit, b: Unit): boolean {
  if (a.powers.some((power, k) => power !== b.powers[k])) return false;
  return a.annotation === "" || b.annotation === "" || a.annotation === b.annotation;
}

// powers of ten up to 1e22 are exact doubles, so 1 uL is exactly 0.001 mL
function timesPowerOfTen(value: number, exponent: number): number {
  return exponent < 0 ? value / Number(`1e${-exponent}`) : value * Number(`1e${exponent}`);
}

/**
 * The function that turns values in `from` into values in `to` (UCUM codes). Gives `unit-unknown`, `unit-celsius`, or
 * `unit-mismatch` where they measure different things; a unit without annotation goes with any annotation.
 */
export function unitConversion(from: string, to: string): Result<(value: number) => number> {
  const source = parseUnit(from);
  if (isRefused(source)) return source;
  const target = parseUnit(to);
  if (isRefused(target)) return target;
  const [a, b] = [source.value, target.value];
  if (!comparable(a, b)) return refused(unitIssues.raise("unit-mismatch", { from, to }));
  const ratio = a.coefficient / b.coefficient;
  const exponent = a.exponent - b.exponent;
  if (ratio === 1 && exponent === 0 && a.celsius === b.celsius) return accepted((value) => value);
  if (a.celsius) return accepted((value) => timesPowerOfTen((value + 273.15) * ratio, exponent));
  if (b.celsius) return accepted((value) => timesPowerOfTen(value * ratio, exponent) - 273.15);
  return accepted((value) => timesPowerOfTen(value * ratio, exponent));
}

/** `value` in `from`, told in `to`; the issues of `unitConversion`. */
export function convert(value: number, from: string, to: string): Result<number> {
  const conversion = unitConversion(from, to);
  return isRefused(conversion) ? conversion : accepted(conversion.value(value));
}
