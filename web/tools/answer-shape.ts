import type { Interval } from "vesica/kernel";

/** A number with what is known of its doubt. */
export interface Measured {
  readonly value: number;
  readonly interval: Interval | null;
  readonly bound?: "below" | "above";
}

export type Cell = number | string | boolean | null;

export interface Column {
  /** Keys to the member, joined by dots, without the places in lists. */
  readonly path: string;
  readonly cells: readonly Cell[];
}

export type Shape =
  | { readonly kind: "value"; readonly value: Cell }
  | { readonly kind: "measured"; readonly measured: Measured }
  | { readonly kind: "interval"; readonly interval: Interval }
  /** Codes of flags or assumptions, or other words. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "table"; readonly columns: readonly Column[]; readonly rows: number }
  | { readonly kind: "group"; readonly parts: readonly AnswerPart[] };

/** A part of what an operation gave, as a page shows it. */
export interface AnswerPart {
  readonly path: string;
  readonly shape: Shape;
}

type Members = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Members =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const isCell = (value: unknown): value is Cell =>
  value === null || ["number", "string", "boolean"].includes(typeof value);
const isNumbers = (value: unknown): value is readonly number[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((each) => each === null || typeof each === "number");
const isInterval = (value: unknown): value is Interval =>
  isObject(value) && typeof value.lower === "number" && typeof value.upper === "number" && "method" in value;
const isMeasured = (value: Members): boolean =>
  typeof value.value === "number" && (value.interval === null || isInterval(value.interval));

/** What an operation gave, in parts. Lists of numbers of one length stand side by side, with those of the input. */
export function answerParts(value: unknown, input: unknown = null): readonly AnswerPart[] {
  if (!isObject(value)) return [part("", value)].flat();
  return objectParts(value, "", isObject(input) ? input : {});
}

function objectParts(value: Members, path: string, input: Members): AnswerPart[] {
  const at = (key: string) => (path === "" ? key : `${path}.${key}`);
  const lists = Object.entries(value).filter(([, member]) => isNumbers(member)) as [
    string,
    readonly number[],
  ][];
  const lengths = new Set(lists.map(([, list]) => list.length));
  const tables = [...lengths].map((length): AnswerPart => {
    const own = lists.filter(([, list]) => list.length === length);
    const given = Object.entries(input).filter(([, list]) => isNumbers(list) && list.length === length);
    const columns = [
      ...given.map(([key, list]) => ({ path: `input.${key}`, cells: list as readonly number[] })),
      ...own.map(([key, list]) => ({ path: at(key), cells: list })),
    ];
    return { path: at(own[0]![0]), shape: { kind: "table", columns, rows: length } };
  });
  const others = Object.entries(value).filter(([, member]) => !isNumbers(member));
  return [...others.flatMap(([key, member]) => part(at(key), member)), ...tables];
}

function part(path: string, value: unknown): AnswerPart[] {
  if (isCell(value)) return [{ path, shape: { kind: "value", value } }];
  if (Array.isArray(value)) return listParts(path, value);
  if (!isObject(value)) return [];
  if (isInterval(value)) return [{ path, shape: { kind: "interval", interval: value } }];
  if (!isMeasured(value)) {
    const parts = objectParts(value, path, {});
    return parts.length === 0 ? [] : [{ path, shape: { kind: "group", parts } }];
  }
  const { value: number, interval, bound, ...rest } = value;
  const measured = {
    value: number as number,
    interval: interval as Interval | null,
    ...(bound === "below" || bound === "above" ? { bound } : {}),
  } as Measured;
  return [{ path, shape: { kind: "measured", measured } }, ...objectParts(rest, path, {})];
}

function listParts(path: string, list: readonly unknown[]): AnswerPart[] {
  if (list.every((each) => typeof each === "string"))
    return [{ path, shape: { kind: "words", words: list as readonly string[] } }];
  const rows = list.every(isObject)
    ? (list as readonly Members[]).map((each) => flat(each, path))
    : list.map(
        (each) =>
          new Map(
            Array.isArray(each)
              ? each.map((cell, at) => [`${path}.${at + 1}`, plain(cell)])
              : [[path, plain(each)]],
          ),
      );
  const paths = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const columns = paths.map((each) => ({ path: each, cells: rows.map((row) => row.get(each) ?? null) }));
  return [{ path, shape: { kind: "table", columns, rows: rows.length } }];
}

/** Members of a row by path; of an interval its limits, of lists their words. */
function flat(row: Members, path: string): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const [key, member] of Object.entries(row)) {
    const at = `${path}.${key}`;
    if (isInterval(member)) {
      cells.set(`${at}.lower`, member.lower);
      cells.set(`${at}.upper`, member.upper);
    } else if (isObject(member)) for (const [name, cell] of flat(member, at)) cells.set(name, cell);
    else if (Array.isArray(member) && member.length > 0 && member.every(isObject))
      member.forEach((each, index) => {
        for (const [name, cell] of flat(each, member.length > 1 ? `${at}.${index + 1}` : at))
          cells.set(name, cell);
      });
    else cells.set(at, plain(member));
  }
  return cells;
}

function plain(value: unknown): Cell {
  if (isCell(value)) return value;
  if (Array.isArray(value) && value.every(isCell)) return value.join(", ");
  return JSON.stringify(value);
}

/** A table's columns as a curve: the first is ascending or descending, the others are numbers; null where it is none. */
export function curveOf(columns: readonly Column[]): { x: Column; ys: readonly Column[] } | null {
  const numeric = columns.filter(({ cells }) => cells.every((cell) => typeof cell === "number"));
  const [x, ...ys] = numeric;
  if (!x || ys.length === 0 || x !== columns[0] || x.cells.length < leastPoints) return null;
  const steps = x.cells
    .slice(1)
    .map((cell, index) => Math.sign((cell as number) - (x.cells[index] as number)));
  const isCurve = steps.every((step) => step === steps[0] && step !== 0);
  const varying = ys.filter(({ cells }) => cells.some((cell) => cell !== cells[0]));
  return isCurve && varying.length > 0 ? { x, ys: varying } : null;
}

const leastPoints = 8;
