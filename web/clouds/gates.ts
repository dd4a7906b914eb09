import type { Json } from "vesica/kernel";

export interface GateAxis {
  readonly channel: string;
  /** Absent: values after compensation. */
  readonly compensated?: boolean;
}

export interface PolygonAxis extends GateAxis {
  /** Edges are straight on asinh(value / cofactor); absent: on linear values. */
  readonly cofactor?: number;
}

export interface Bound extends GateAxis {
  readonly min: number | null;
  readonly max: number | null;
}

interface Named {
  readonly id: string;
  readonly parent: string | null;
}

export interface RectangleGate extends Named {
  readonly kind: "rectangle";
  readonly bounds: readonly Bound[];
}

export interface PolygonGate extends Named {
  readonly kind: "polygon";
  readonly axes: readonly [PolygonAxis, PolygonAxis];
  readonly vertices: readonly Vertex[];
}

export interface BooleanGate extends Named {
  readonly kind: "boolean";
  readonly operator: "and" | "or" | "not";
  readonly operands: readonly { readonly gate: string; readonly complement?: boolean }[];
}

/** A gate as study.yaml has it, in linear values. */
export type Gate = RectangleGate | PolygonGate | BooleanGate;
export type Vertex = readonly [number, number];

export const longestName = 100;

/** The gates of parameters that were checked before. */
export function gatesFrom(json: Json | undefined): readonly Gate[] {
  if (!Array.isArray(json)) return [];
  return (json as unknown as Gate[]).map((gate): Gate => {
    const named = { ...gate, parent: gate.parent ?? null };
    if (named.kind !== "rectangle") return named;
    const bounds = named.bounds.map(({ min = null, max = null, ...axis }) => ({ ...axis, min, max }));
    return { ...named, bounds };
  });
}

/** Gates as the parameters hold them: what is the default stays out. */
export function gatesJson(gates: readonly Gate[]): Json {
  return gates.map((gate) => {
    const { parent, ...rest } = gate;
    const named = parent === null ? rest : { ...rest, parent };
    if (gate.kind !== "rectangle") return named;
    const bounds = gate.bounds.map(({ min, max, ...axis }) => ({
      ...axis,
      ...(min === null ? {} : { min }),
      ...(max === null ? {} : { max }),
    }));
    return { ...named, bounds };
  }) as unknown as Json;
}

/** A name that no gate has yet: `Gate 1`. */
export function freshName(gates: readonly Gate[], word: string): string {
  const taken = new Set(gates.map(({ id }) => id));
  for (let number = 1; ; number++) if (!taken.has(`${word} ${number}`)) return `${word} ${number}`;
}

export function replaced(gates: readonly Gate[], id: string, gate: Gate): readonly Gate[] {
  return gates.map((each) => (each.id === id ? gate : each));
}

/** Without a gate: those inside it come into its parent, joined gates lose it, and go too where nothing is left to join. */
export function removed(gates: readonly Gate[], id: string): readonly Gate[] {
  const parent = gates.find((gate) => gate.id === id)?.parent ?? null;
  const rest = gates.flatMap((gate): Gate[] => {
    if (gate.id === id) return [];
    const lifted = gate.parent === id ? { ...gate, parent } : gate;
    if (lifted.kind !== "boolean") return [lifted];
    return [{ ...lifted, operands: lifted.operands.filter((operand) => operand.gate !== id) }];
  });
  const hollow = rest.find((gate) => gate.kind === "boolean" && gate.operands.length === 0);
  return hollow ? removed(rest, hollow.id) : rest;
}

/** Under another name, wherever it is named; null where the name is empty, too long or taken. */
export function renamed(gates: readonly Gate[], id: string, name: string): readonly Gate[] | null {
  const taken = gates.some((gate) => gate.id === name && gate.id !== id);
  if (name === "" || name.length > longestName || taken) return null;
  const as = (each: string) => (each === id ? name : each);
  return gates.map((gate): Gate => {
    const named = { ...gate, id: as(gate.id), parent: gate.parent === null ? null : as(gate.parent) };
    if (named.kind !== "boolean") return named;
    return { ...named, operands: named.operands.map((each) => ({ ...each, gate: as(each.gate) })) };
  });
}

/** Whether counting a gate needs another one: its parents, and what it joins. */
export function dependsOn(
  gates: readonly Gate[],
  id: string,
  on: string,
  seen: readonly string[] = [],
): boolean {
  if (id === on) return true;
  const gate = gates.find((each) => each.id === id);
  if (!gate || seen.includes(id)) return false;
  const needs = [
    ...(gate.parent === null ? [] : [gate.parent]),
    ...(gate.kind === "boolean" ? gate.operands.map((operand) => operand.gate) : []),
  ];
  return needs.some((need) => dependsOn(gates, need, on, [...seen, id]));
}

/** The gates that may hold a gate. */
export function possibleParents(gates: readonly Gate[], id: string): readonly string[] {
  return gates.flatMap((gate) => (dependsOn(gates, gate.id, id) ? [] : [gate.id]));
}

export interface TreeLine {
  readonly gate: Gate;
  readonly depth: number;
}

/** Gates under their parents; those whose parent is elsewhere stand at the top. */
export function gateTree(gates: readonly Gate[]): readonly TreeLine[] {
  const known = new Set(gates.map(({ id }) => id));
  const under = (parent: string | null, depth: number): TreeLine[] =>
    depth > gates.length
      ? []
      : gates
          .filter((gate) =>
            parent === null ? gate.parent === null || !known.has(gate.parent) : gate.parent === parent,
          )
          .flatMap((gate) => [{ gate, depth }, ...under(gate.id, depth + 1)]);
  return under(null, 0);
}

/** A number of a gate with as many digits as a drawing can mean. */
export const shortened = (value: number): number => Number(value.toPrecision(5));
