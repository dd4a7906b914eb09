import * as portable from "./portable/index.ts";
import { atoms, dimensions, prefixes, type UnitAtom } from "./unit-atoms.ts";

/** A parsed UCUM code: `coefficient` x 10^`exponent` of the base units raised to `powers` (order of `dimensions`). */
export interface Unit {
  readonly code: string;
  readonly coefficient: number;
  readonly exponent: number;
  readonly powers: readonly number[];
  /** Words in braces with their powers, sorted: `particles`, `cells:-1`, or empty. */
  readonly annotation: string;
  /** Degrees Celsius alone: the zero is at 273.15 K. */
  readonly celsius: boolean;
  /** The code's parts with their powers, in the order of the code. */
  readonly parts: ReadonlyMap<string, number>;
}

interface Scanner {
  readonly text: string;
  position: number;
}

interface Sum {
  coefficient: number;
  exponent: number;
  readonly powers: number[];
  readonly annotations: Map<string, number>;
  readonly parts: Map<string, number>;
}

const component =
  /(?:([1-9]\d{0,14})(?![\d*^])|((?:10[*^])|(?:(?:[A-Za-z%]|\[\w+\])+))([+-]?\d{1,2})?)?(\{[!-z|~]*\})?/y;

/** Reads a code by the UCUM grammar, or says which issue it has. */
export function readUnit(code: string): Unit | "unit-unknown" | "unit-celsius" {
  if (code === "Cel") return celsius;
  const scanner: Scanner = { text: code, position: 0 };
  const sum: Sum = {
    coefficient: 1,
    exponent: 0,
    powers: dimensions.map(() => 0),
    annotations: new Map(),
    parts: new Map(),
  };
  const complete = readTerm(scanner, 1, sum, 0) && scanner.position === code.length;
  if (!complete) return /(^|[^A-Za-z])[mk]?Cel(?![a-z])/.test(code) ? "unit-celsius" : "unit-unknown";
  const { coefficient, exponent, powers, parts } = sum;
  return { code, coefficient, exponent, powers, annotation: told(sum.annotations), celsius: false, parts };
}

const celsius: Unit = {
  code: "Cel",
  coefficient: 1,
  exponent: 0,
  powers: dimensions.map((name) => (name === "K" ? 1 : 0)),
  annotation: "",
  celsius: true,
  parts: new Map([["Cel", 1]]),
};

function told(annotations: ReadonlyMap<string, number>): string {
  const words = [...annotations].filter(([, power]) => power !== 0);
  return words
    .map(([word, power]) => (power === 1 ? word : `${word}:${power}`))
    .sort()
    .join(" ");
}

// term: an optional leading "/", then components joined by "." and "/"; "/" divides by the next component only
function readTerm(scanner: Scanner, sign: number, sum: Sum, depth: number): boolean {
  let here = sign;
  if (scanner.text[scanner.position] === "/") {
    scanner.position += 1;
    here = -sign;
  }
  for (;;) {
    if (!readComponent(scanner, here, sum, depth)) return false;
    const joint = scanner.text[scanner.position];
    if (joint !== "." && joint !== "/") return true;
    here = joint === "/" ? -sign : sign;
    scanner.position += 1;
  }
}

function readComponent(scanner: Scanner, sign: number, sum: Sum, depth: number): boolean {
  if (scanner.text[scanner.position] === "(") {
    if (depth > 8) return false;
    scanner.position += 1;
    if (!readTerm(scanner, sign, sum, depth + 1) || scanner.text[scanner.position] !== ")") return false;
    scanner.position += 1;
    return true;
  }
  component.lastIndex = scanner.position;
  const match = component.exec(scanner.text);
  if (match === null || match[0] === "") return false;
  scanner.position += match[0].length;
  const [, factor, symbol, digits, braces] = match;
  if (factor !== undefined) addFactor(sum, factor, sign);
  if (symbol !== undefined && !addSymbol(sum, symbol, sign * Number(digits ?? 1), braces ?? "")) return false;
  if (braces !== undefined) {
    const word = braces.slice(1, -1);
    if (word !== "") sum.annotations.set(word, (sum.annotations.get(word) ?? 0) + sign);
    if (symbol === undefined) addPart(sum, braces, sign);
  }
  return true;
}

function addFactor(sum: Sum, digits: string, sign: number): void {
  sum.coefficient *= portable.pow(Number(digits), sign);
  if (digits !== "1") addPart(sum, digits, sign);
}

function addSymbol(sum: Sum, symbol: string, power: number, braces: string): boolean {
  const found = lookUp(symbol);
  if (found === undefined || power === 0) return false;
  sum.coefficient *= portable.pow(found.atom.coefficient, power);
  sum.exponent += (found.atom.exponent + found.prefix) * power;
  dimensions.forEach((name, k) => {
    sum.powers[k]! += (found.atom.powers[name] ?? 0) * power;
  });
  addPart(sum, symbol + braces, power);
  return true;
}

function addPart(sum: Sum, part: string, power: number): void {
  sum.parts.set(part, (sum.parts.get(part) ?? 0) + power);
}

function lookUp(symbol: string): { readonly atom: UnitAtom; readonly prefix: number } | undefined {
  const whole = atoms.get(symbol);
  if (whole !== undefined) return { atom: whole, prefix: 0 };
  for (const length of [1, 2]) {
    const prefix = prefixes.get(symbol.slice(0, length));
    const atom = atoms.get(symbol.slice(length));
    if (prefix !== undefined && atom?.metric) return { atom, prefix };
  }
  return undefined;
}
