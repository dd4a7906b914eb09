import { type Format, isAccepted, type Measurement } from "../kernel/index.ts";
import { mutations, truncations } from "./mutate.test-support.ts";

export { mutations, truncations } from "./mutate.test-support.ts";

/** What a reader is held to beyond the rules that hold for all of them. */
export interface ReaderClaims<M extends Measurement> {
  /**
   * Reads the text again in the plainest way and says how the measurement differs from it, or null. Asked only of
   * readings without a warning: whatever such a reading says has to be exactly what the text says.
   */
  readonly reread?: (measurement: M, lines: readonly string[]) => string | null;
  /** Paths of numbers (`captures.0.driftPixelsPerFrame.x`) that may be negative. */
  readonly mayBeNegative?: RegExp;
  /** Paths of numbers that may be NaN without a warning, since the file may leave them out. */
  readonly mayBeMissing?: RegExp;
  /** The format has neither counts nor an end mark: a file cut at a line's end looks whole. */
  readonly linesMayBeCut?: boolean;
  /** Of a binary format: how many bytes of the pristine file count; where not given, those to the end of the last line with a digit. */
  readonly dataEnd?: number;
}

export type Outcome = "refused" | "warned" | "clean";

/**
 * Reads `bytes` and throws an error that says which rule is broken:
 * 1. nothing is thrown;
 * 2. a refusal names an error; an issue's line is a line of the file;
 * 3. everything `printed` stands on the line it names, and its value is the number printed there;
 * 4. every instrument warning's words stand on the line it names;
 * 5. without a warning, no number is infinite, NaN or negative, but for the paths claimed;
 * 6. without a warning, the reading is what `reread` finds in the text.
 */
export async function checkReader<M extends Measurement>(
  format: Format<M>,
  bytes: Uint8Array,
  name: string,
  claims: ReaderClaims<M> = {},
): Promise<Outcome> {
  const lines = plainLines(bytes);
  format.sniff(bytes.subarray(0, 65536), name);
  const result = await format.read(new Blob([bytes as Uint8Array<ArrayBuffer>]), { name });
  for (const issue of isAccepted(result) ? result.warnings : result.issues) {
    const line = issue.place?.line ?? 1;
    if (line < 1 || line > lines.length + 1)
      throw new Error(`${issue.code} names line ${line} of ${lines.length}`);
  }
  if (!isAccepted(result)) {
    if (!result.issues.some((issue) => issue.severity === "error"))
      throw new Error("refused without an error");
    return "refused";
  }
  const clean = result.warnings.length === 0;
  visitLeaves(result.value, (value, path) => {
    if (typeof value !== "number") checkWords(path, value, lines);
    else if (clean && !(value >= 0 && value < Number.POSITIVE_INFINITY)) checkNumber(path(), value, claims);
  });
  if (!clean) return "warned";
  const difference = claims.reread?.(result.value, lines) ?? null;
  if (difference !== null) throw new Error(`without a warning: ${difference}`);
  return "clean";
}

export interface FuzzTally {
  readonly truncations: Record<Outcome, number>;
  readonly mutations: Record<Outcome, number>;
}

/**
 * Holds a reader to `checkReader` on a small pristine file, on that file cut after every byte, and on `count` seeded
 * mutations. A file cut before the end of its last line that holds a digit, or before `dataEnd`, has to be refused or
 * warned of.
 */
export async function fuzzReader<M extends Measurement>(
  format: Format<M>,
  bytes: Uint8Array,
  name: string,
  options: ReaderClaims<M> & { readonly count?: number; readonly seed?: number } = {},
): Promise<FuzzTally> {
  const tally: FuzzTally = {
    truncations: { refused: 0, warned: 0, clean: 0 },
    mutations: { refused: 0, warned: 0, clean: 0 },
  };
  const judge = async (variant: { readonly label: string; readonly bytes: Uint8Array }): Promise<Outcome> => {
    try {
      return await checkReader(format, variant.bytes, name, options);
    } catch (error) {
      throw new Error(`${variant.label}: ${(error as Error).message}`, { cause: error });
    }
  };
  const whole = await judge({ label: "pristine", bytes });
  if (whole !== "clean")
    throw new Error(`the pristine file has to be read without a warning, but is ${whole}`);
  const end = options.dataEnd ?? lastDataEnd(bytes);
  for (const variant of truncations(bytes)) {
    const outcome = await judge(variant);
    tally.truncations[outcome]++;
    const between = options.linesMayBeCut && atLineEnd(bytes, variant.length);
    if (outcome === "clean" && variant.length < end && !between) {
      throw new Error(`${variant.label} of ${bytes.length}: read without a warning`);
    }
  }
  for (const variant of mutations(bytes, options.count ?? 10_000, options.seed ?? 1)) {
    tally.mutations[await judge(variant)]++;
  }
  return tally;
}

type Words = { readonly [name: string]: unknown };
type Visit = (value: number | Words, path: () => string) => void;

/** Visits numbers, and objects that carry words and the line they stand on. */
function visitLeaves(value: unknown, visit: Visit, trail: (string | number)[] = []): void {
  const path = () => trail.join(".");
  if (typeof value === "number") visit(value, path);
  if (value === null || typeof value !== "object") return;
  if ("printed" in value || "words" in value) visit(value as Words, path);
  if (ArrayBuffer.isView(value)) {
    const numbers = value as Float64Array;
    for (let at = 0; at < numbers.length; at++) visit(numbers[at]!, () => `${path()}.${at}`);
    return;
  }
  for (const name in value) {
    trail.push(name);
    visitLeaves((value as Words)[name], visit, trail);
    trail.pop();
  }
}

function checkWords(path: () => string, value: Words, lines: readonly string[]): void {
  const { printed, words, line } = value;
  if (typeof line !== "number" || line === 0) return;
  const text = lines[line - 1] ?? "";
  if (typeof printed === "string") {
    if (!text.includes(printed)) throw new Error(`${path()}: “${printed}” is not on line ${line}: ${text}`);
    if (Number(printed.replace(",", ".")) !== value.value) {
      throw new Error(`${path()}: ${value.value} is not the number printed, “${printed}”`);
    }
  } else if (typeof words === "string" && "severity" in value) {
    const plain = (given: string) => given.replace(/["\0]/g, "").replace(/[^\x01-\x7e]/g, "?");
    const first = words.split("\n", 1)[0]!.replace(/\r$/, "");
    if (!plain(text).includes(plain(first))) {
      throw new Error(`${path()}: “${words}” is not on line ${line}: ${text}`);
    }
  }
}

function checkNumber<M extends Measurement>(path: string, value: number, claims: ReaderClaims<M>): void {
  if (Number.isNaN(value) && claims.mayBeMissing?.test(path)) return;
  if (!Number.isFinite(value)) throw new Error(`${path} is ${value} without a warning`);
  if (value < 0 && !claims.mayBeNegative?.test(path))
    throw new Error(`${path} is ${value} without a warning`);
}

/** Lines as any text editor shows them; written apart from the readers' own decoding. */
export function plainLines(bytes: Uint8Array): readonly string[] {
  const [a, b] = bytes;
  let label = "utf-8";
  if (a === 0xff && b === 0xfe) label = "utf-16le";
  if (a === 0xfe && b === 0xff) label = "utf-16be";
  let text: string;
  try {
    text = new TextDecoder(label, { fatal: label === "utf-8" && !(a === 0xef && b === 0xbb) }).decode(bytes);
  } catch {
    text = new TextDecoder("windows-1252").decode(bytes);
  }
  return text.split(text.includes("\n") ? /\r?\n/ : "\r");
}

function lastDataEnd(bytes: Uint8Array): number {
  let at = bytes.length;
  while (at > 0 && !(bytes[at - 1]! >= 48 && bytes[at - 1]! <= 57)) at--;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

function atLineEnd(bytes: Uint8Array, length: number): boolean {
  return length === 0 || bytes[length - 1] === 10 || bytes[length - 1] === 13;
}
