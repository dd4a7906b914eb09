import { accepted, isRefused, type Result, refused } from "./result.ts";
import { readUnit } from "./unit-parser.ts";
import { convert, parseUnit, type Unit, unitIssues } from "./units.ts";

/** A value with its UCUM unit. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

/** `quantity` told in `unit`; gives `unit-unknown`, `unit-celsius` or `unit-mismatch`. */
export function convertQuantity(quantity: Quantity, unit: string): Result<Quantity> {
  const value = convert(quantity.value, quantity.unit, unit);
  return isRefused(value) ? value : accepted({ value: value.value, unit });
}

/** a + b in the unit of `a`; gives `unit-mismatch`, or `unit-celsius` for temperatures that are not in K. */
export function add(a: Quantity, b: Quantity): Result<Quantity> {
  const absolute = refuseCelsius(a, b);
  if (absolute !== null) return absolute;
  const other = convertQuantity(b, a.unit);
  return isRefused(other) ? other : accepted({ value: a.value + other.value.value, unit: a.unit });
}

/** a - b in the unit of `a`; two temperatures in `Cel` give a difference in `K`. */
export function subtract(a: Quantity, b: Quantity): Result<Quantity> {
  if (a.unit === "Cel" && b.unit === "Cel") return accepted({ value: a.value - b.value, unit: "K" });
  return add(a, { value: -b.value, unit: b.unit });
}

/** a b with the product of their units; gives `unit-unknown`, or `unit-celsius` for a temperature in `Cel`. */
export function multiply(a: Quantity, b: Quantity): Result<Quantity> {
  return combined(a, b, 1);
}

/** a / b with the quotient of their units; gives `unit-unknown`, or `unit-celsius` for a temperature in `Cel`. */
export function divide(a: Quantity, b: Quantity): Result<Quantity> {
  return combined(a, b, -1);
}

function refuseCelsius(...quantities: readonly Quantity[]): ReturnType<typeof refused> | null {
  const celsius = quantities.find(({ unit }) => unit === "Cel");
  return celsius === undefined ? null : refused(unitIssues.raise("unit-celsius", { unit: celsius.unit }));
}

function combined(a: Quantity, b: Quantity, sign: 1 | -1): Result<Quantity> {
  const absolute = refuseCelsius(a, b);
  if (absolute !== null) return absolute;
  const left = parseUnit(a.unit);
  if (isRefused(left)) return left;
  const right = parseUnit(b.unit);
  if (isRefused(right)) return right;
  const unit = joined(left.value, right.value, sign);
  if (typeof readUnit(unit) === "string") return refused(unitIssues.raise("unit-unknown", { unit }));
  return accepted({ value: sign === 1 ? a.value * b.value : a.value / b.value, unit });
}

// equal parts are merged: {particles}/mL times mL is {particles}
function joined(left: Unit, right: Unit, sign: 1 | -1): string {
  const powers = new Map(left.parts);
  for (const [part, power] of right.parts) powers.set(part, (powers.get(part) ?? 0) + sign * power);
  const above: string[] = [];
  const below: string[] = [];
  for (const [part, power] of powers) (power > 0 ? above : below).push(...raised(part, Math.abs(power)));
  return [above.join(".") || "1", ...below].join("/");
}

// annotations and whole numbers take no exponent: they are repeated
function raised(part: string, power: number): readonly string[] {
  if (power <= 1) return power === 0 ? [] : [part];
  if (/^(\{|\d+$)/.test(part)) return new Array<string>(power).fill(part);
  const brace = part.indexOf("{");
  return [brace < 0 ? `${part}${power}` : `${part.slice(0, brace)}${power}${part.slice(brace)}`];
}
