import type { Gate, GateAxis } from "../../operations/gates/gate.ts";
import type { Scale } from "../../operations/scales/scale.ts";
import type { EventAxis, EventGate } from "./plan.ts";
import type { ScaleTable } from "./scale-table.ts";

/**
 * Gates by channel and gate index, in the order given, for channels in the order of the file; `tableOf` gives each scale its
 * table. Gates have to be sound: a channel, parent or operand that is not there throws a RangeError.
 */
export function resolveGates(
  gates: readonly Gate[],
  channels: readonly string[],
  tableOf: (scale: Scale) => ScaleTable,
): EventGate[] {
  const ids = gates.map(({ id }) => id);
  const axis = ({ channel, compensated, scale }: GateAxis): EventAxis => ({
    channel: indexIn(channels, channel),
    compensated,
    scale: scale === null ? null : tableOf(scale),
  });
  return gates.map((gate): EventGate => {
    const parent = gate.parent === null ? -1 : indexIn(ids, gate.parent);
    if (gate.kind === "rectangle")
      return { ...gate, bounds: gate.bounds.map((bound) => ({ ...bound, axis: axis(bound.axis) })), parent };
    if (gate.kind === "polygon") return { ...gate, axes: [axis(gate.axes[0]), axis(gate.axes[1])], parent };
    if (gate.kind === "ellipsoid") return { ...gate, axes: gate.axes.map(axis), parent };
    const operands = gate.operands.map(({ gate: id, complement }) => ({
      gate: indexIn(ids, id),
      complement,
    }));
    return { ...gate, operands, parent };
  });
}

function indexIn(names: readonly string[], name: string): number {
  const index = names.indexOf(name);
  if (index < 0) throw new RangeError(`${name} is not among ${names.join(", ")}`);
  return index;
}
