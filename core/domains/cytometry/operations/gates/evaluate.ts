import { accepted, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import type { Column } from "../compensation/mix-columns.ts";
import type { Gate, GateAxis } from "./gate.ts";
import { orderGates } from "./hierarchy.ts";
import { insideTest, type RegionShape, shapeAxes } from "./inside.ts";
import { gatesIssues } from "./issues.ts";

type BooleanGate = Extract<Gate, { readonly kind: "boolean" }>;

function regionMask(
  gate: Gate & RegionShape,
  columns: (axis: GateAxis) => Column | null,
  n: number,
): Result<Uint8Array> {
  const test = insideTest(gate, gate.id);
  if (isRefused(test)) return test;
  const used: Column[] = [];
  for (const axis of shapeAxes(gate)) {
    const column = columns(axis);
    if (column === null || column.length < n) {
      const parameters = { gate: gate.id, channel: axis.channel };
      return refused(gatesIssues.raise("cytometry-gate-channel-missing", parameters));
    }
    used.push(column);
  }
  const mask = new Uint8Array(n);
  const point = new Float64Array(used.length);
  for (let i = 0; i < n; i++) {
    for (let d = 0; d < used.length; d++) point[d] = used[d]![i]!;
    if (test.value(point)) mask[i] = 1;
  }
  return accepted(mask);
}

function booleanMask(
  gate: BooleanGate,
  masks: ReadonlyMap<string, Uint8Array>,
  n: number,
): Result<Uint8Array> {
  const { operator, operands } = gate;
  if (operator === "not" ? operands.length !== 1 : operands.length < 2) {
    const parameters = { gate: gate.id, what: operator, value: operands.length };
    return refused(gatesIssues.raise("cytometry-gate-invalid", parameters));
  }
  const mask = new Uint8Array(n).fill(operator === "or" ? 0 : 1);
  for (const operand of operands) {
    const other = masks.get(operand.gate)!;
    const flip = operand.complement !== (operator === "not") ? 1 : 0;
    for (let i = 0; i < n; i++) {
      const is = other[i]! ^ flip;
      mask[i] = operator === "or" ? mask[i]! | is : mask[i]! & is;
    }
  }
  return accepted(mask);
}

/**
 * For each gate, in the order given, one byte an event: 1 inside the gate and all its parents. `columns` gives the `n` values
 * of an axis on its scale, or null where there is no such channel. A boolean gate uses its operands with their own parents.
 * Issues: those of `orderGates` and `insideTest`, `cytometry-gate-channel-missing`.
 */
export function evaluateGates(
  gates: readonly Gate[],
  columns: (axis: GateAxis) => Column | null,
  n: number,
): Result<readonly Uint8Array[]> {
  const ordered = orderGates(gates);
  if (isRefused(ordered)) return ordered;
  const masks = new Map<string, Uint8Array>();
  for (const gate of ordered.value) {
    const made = gate.kind === "boolean" ? booleanMask(gate, masks, n) : regionMask(gate, columns, n);
    if (isRefused(made)) return made;
    const mask = made.value;
    if (gate.parent !== null) {
      const parent = masks.get(gate.parent)!;
      for (let i = 0; i < n; i++) mask[i] = mask[i]! & parent[i]!;
    }
    masks.set(gate.id, mask);
  }
  return accepted(gates.map((gate) => masks.get(gate.id)!));
}

/** Events in each gate by its id, from the masks of `evaluateGates`. */
export function countMasks(
  gates: readonly Gate[],
  masks: readonly Uint8Array[],
): ReadonlyMap<string, number> {
  return new Map(
    gates.map((gate, i) => {
      let count = 0;
      for (const inside of masks[i]!) count += inside;
      return [gate.id, count];
    }),
  );
}
