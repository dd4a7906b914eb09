import type { EventData } from "../../measurement.ts";
import type { Arena } from "./arena.ts";
import { isCompensated } from "./axes.ts";
import { decodeSteps, type Step } from "./decode.ts";
import type { EventKernel } from "./kernel.ts";
import type { EventAxis, EventCompensation, EventPlan } from "./plan.ts";
import type { ScaleTable } from "./scale-table.ts";

/** Columns of one block and the steps that fill them. */
export interface Columns {
  /** Address of the column of this axis. */
  at(axis: EventAxis): number;
  readonly steps: readonly Step[];
  /** Marks the events whose every looked-at value is finite; returns how many. */
  readonly usable: (n: number) => number;
  readonly usableMask: number;
}

/** Plans decoding, compensation and scales of these axes for blocks of at most `block` events. */
export function planColumns(
  data: EventData,
  plan: EventPlan,
  axes: readonly EventAxis[],
  block: number,
  arena: Arena,
  kernel: EventKernel,
): Columns {
  const columnBytes = 4 * (Math.ceil(block / 16) * 16);
  const raw = new Map<number, number>();
  const compensated = new Map<number, number>();
  const needRaw = (channel: number) => {
    if (!(channel in data.fields)) throw new RangeError(`channel ${channel} of ${data.fields.length}`);
    if (!raw.has(channel)) raw.set(channel, arena.room(columnBytes));
  };
  for (const axis of axes) {
    if (!isCompensated(plan, axis)) needRaw(axis.channel);
    else if (!compensated.has(axis.channel)) compensated.set(axis.channel, arena.room(columnBytes));
  }
  const checked = [...raw.values(), ...compensated.values()];
  if (compensated.size > 0) plan.compensation!.channels.forEach(needRaw);
  const steps = decodeSteps(data, raw, columnBytes, arena, kernel);
  if (compensated.size > 0)
    steps.push(...compensationSteps(plan.compensation!, raw, compensated, columnBytes, arena, kernel));
  const linearAt = (axis: EventAxis) => (isCompensated(plan, axis) ? compensated : raw).get(axis.channel)!;
  const scaled = planScales(axes, linearAt, columnBytes, arena, kernel, steps);
  const list = arena.hold(Uint32Array.from(checked));
  const usableMask = arena.room(columnBytes / 4);
  return {
    at: (axis) => (axis.scale === null ? linearAt(axis) : scaled.get(axis.scale)!.get(linearAt(axis))!),
    steps,
    usable: (n) => kernel.operations.finite(list, checked.length, usableMask, n),
    usableMask,
  };
}

function compensationSteps(
  { channels, inverse }: EventCompensation,
  raw: ReadonlyMap<number, number>,
  compensated: ReadonlyMap<number, number>,
  columnBytes: number,
  arena: Arena,
  kernel: EventKernel,
): Step[] {
  const k = channels.length;
  const inputs = arena.hold(Uint32Array.from(channels, (channel) => raw.get(channel)!));
  const outputs = channels.map((_, j) => j).filter((j) => compensated.has(channels[j]!));
  const waste = arena.room(columnBytes);
  const steps: Step[] = [];
  for (let first = 0; first < outputs.length; first += 4) {
    const four = [0, 1, 2, 3].map((i) => outputs[first + i] ?? null);
    const matrix = arena.hold(
      Float32Array.from({ length: 4 * k }, (_, at) => {
        const output = four[at % 4]!;
        return output === null ? 0 : inverse[Math.floor(at / 4)]![output]!;
      }),
    );
    const [p, q, r, s] = four.map((j) => (j === null ? waste : compensated.get(channels[j]!)!)) as [
      number,
      number,
      number,
      number,
    ];
    steps.push((n) => kernel.operations.compensate(inputs, k, matrix, p, q, r, s, n));
  }
  return steps;
}

/** One scaled column for each pair of a scale and a linear column. */
function planScales(
  axes: readonly EventAxis[],
  linearAt: (axis: EventAxis) => number,
  columnBytes: number,
  arena: Arena,
  kernel: EventKernel,
  steps: Step[],
): Map<ScaleTable, Map<number, number>> {
  const scaled = new Map<ScaleTable, Map<number, number>>();
  const tables = new Map<ScaleTable, number>();
  for (const axis of axes) {
    const { scale } = axis;
    if (scale === null) continue;
    const columns = scaled.get(scale) ?? new Map<number, number>();
    scaled.set(scale, columns);
    const source = linearAt(axis);
    if (columns.has(source)) continue;
    const target = arena.room(columnBytes);
    columns.set(source, target);
    const table = tables.get(scale) ?? arena.hold(scale.pieces);
    tables.set(scale, table);
    const { low, high, half } = scale;
    steps.push((n) => kernel.operations.scale(source, table, low, high, half, target, n));
  }
  return scaled;
}
