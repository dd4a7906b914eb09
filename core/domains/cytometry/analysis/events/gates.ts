import type { Arena } from "./arena.ts";
import { choleskyOf } from "./cholesky.ts";
import type { Columns } from "./columns.ts";
import type { Step } from "./decode.ts";
import type { EventKernel } from "./kernel.ts";
import type { EventAxis, EventGate } from "./plan.ts";

/** Masks of the gates in one block. */
export interface GateMasks {
  readonly steps: readonly Step[];
  /** Address of a gate's mask; of the usable events' for -1. */
  maskOf(gate: number): number;
}

export function planGates(
  gates: readonly EventGate[],
  columns: Columns,
  block: number,
  arena: Arena,
  kernel: EventKernel,
): GateMasks {
  const bytes = Math.ceil(block / 16) * 16;
  const masks = gates.map(() => arena.room(bytes));
  const maskOf = (gate: number) => {
    if (gate === -1) return columns.usableMask;
    if (!(gate in masks)) throw new RangeError(`gate ${gate} of ${masks.length}`);
    return masks[gate]!;
  };
  const steps = inOrder(gates).flatMap((index) => {
    const gate = gates[index]!;
    const mask = maskOf(index);
    const parent = maskOf(gate.parent);
    if (gate.kind === "boolean") return booleanSteps(gate, mask, parent, maskOf, kernel);
    const start: Step = () => copyMask(kernel, parent, mask, bytes);
    return [start, ...shapeSteps(gate, mask, (axis) => columns.at(axis), arena, kernel)];
  });
  return { steps, maskOf };
}

/** Indices of the gates, each after its parent and operands. */
function inOrder(gates: readonly EventGate[]): number[] {
  const order: number[] = [];
  const open = new Set<number>();
  const visit = (index: number) => {
    if (index === -1 || order.includes(index)) return;
    if (open.has(index)) throw new RangeError(`gate ${index} rests on itself`);
    const gate = gates[index];
    if (gate === undefined) throw new RangeError(`gate ${index} of ${gates.length}`);
    open.add(index);
    visit(gate.parent);
    if (gate.kind === "boolean") for (const operand of gate.operands) visit(operand.gate);
    order.push(index);
  };
  for (let index = 0; index < gates.length; index++) visit(index);
  return order;
}

function copyMask(kernel: EventKernel, from: number, to: number, bytes: number): void {
  new Uint8Array(kernel.reserve(0)).copyWithin(to, from, from + bytes);
}

function booleanSteps(
  gate: EventGate & { kind: "boolean" },
  mask: number,
  parent: number,
  maskOf: (gate: number) => number,
  kernel: EventKernel,
): Step[] {
  const or = gate.operator === "or";
  const not = gate.operator === "not";
  return [
    (n) => new Uint8Array(kernel.reserve(0)).fill(or ? 0 : 255, mask, mask + Math.ceil(n / 16) * 16),
    ...gate.operands.map(({ gate: operand, complement }): Step => {
      const other = maskOf(operand);
      const how = (or ? 1 : 0) + (complement !== not ? 2 : 0);
      return (n) => kernel.operations.combine(mask, other, how, n);
    }),
    (n) => kernel.operations.combine(mask, parent, 0, n),
  ];
}

function shapeSteps(
  gate: Exclude<EventGate, { kind: "boolean" }>,
  mask: number,
  column: (axis: EventAxis) => number,
  arena: Arena,
  { operations }: EventKernel,
): Step[] {
  if (gate.kind === "rectangle")
    return gate.bounds.map(({ axis, min, max }) => {
      const at = column(axis);
      const from = min === null ? Number.NEGATIVE_INFINITY : nextFloat32(min);
      const to = max === null ? Number.POSITIVE_INFINITY : nextFloat32(max);
      return (n) => operations.range(at, from, to, mask, n);
    });
  if (gate.kind === "polygon") {
    const { vertices } = gate;
    const [x, y] = gate.axes.map(column) as [number, number];
    const edges = arena.hold(
      Float64Array.from(
        vertices.flatMap((vertex, i) => [...vertex, ...vertices[(i + 1) % vertices.length]!]),
      ),
    );
    return [(n) => operations.polygon(x, y, edges, vertices.length, mask, n)];
  }
  const k = gate.axes.length;
  const list = arena.hold(Uint32Array.from(gate.axes, column));
  const numbers = arena.hold(
    Float64Array.from([
      ...gate.mean,
      ...choleskyOf(gate.covariance).flat(),
      gate.distanceSquare,
      ...gate.mean,
    ]),
  );
  return [(n) => operations.ellipsoid(list, k, numbers, mask, n)];
}

/** The least float32 that is not below x: float32 values compare with it as with x. */
function nextFloat32(x: number): number {
  const near = Math.fround(x);
  if (near >= x) return near;
  const cell = new Float32Array([near]);
  const bits = new Int32Array(cell.buffer);
  if (near === 0) return 2 ** -149;
  bits[0] = bits[0]! + (near > 0 ? 1 : -1);
  return cell[0]!;
}
