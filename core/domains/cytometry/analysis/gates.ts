import { type Issue, isRefused } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import type { Gate } from "../operations/gates/gate.ts";
import { orderGates } from "../operations/gates/hierarchy.ts";
import type { EventAxis, EventGate } from "./events/index.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";

/** The study's gates on one data set, parents first, ready for the events. */
export interface AppliedGates {
  readonly gates: readonly Gate[];
  readonly resolved: readonly EventGate[];
  readonly issues: readonly Issue[];
}

function fromParameters({ gates }: CytometryParameters): readonly Gate[] {
  const axis = ({ channel, compensated }: { channel: string; compensated: boolean }) => ({
    channel,
    compensated,
    scale: null,
  });
  return gates.map((gate): Gate => {
    const { id, parent } = gate;
    if (gate.kind === "rectangle") {
      const bounds = gate.bounds.map(({ min, max, ...rest }) => ({ axis: axis(rest), min, max }));
      return { kind: "rectangle", id, parent, bounds };
    }
    if (gate.kind === "polygon") {
      const [x, y] = gate.axes;
      return { kind: "polygon", id, parent, axes: [axis(x), axis(y)], vertices: gate.vertices };
    }
    return { kind: "boolean", id, parent, operator: gate.operator, operands: gate.operands };
  });
}

function needs(gate: Gate): { readonly channels: readonly string[]; readonly gates: readonly string[] } {
  const parents = gate.parent === null ? [] : [gate.parent];
  switch (gate.kind) {
    case "rectangle":
      return { channels: gate.bounds.map(({ axis }) => axis.channel), gates: parents };
    case "boolean":
      return { channels: [], gates: [...parents, ...gate.operands.map((operand) => operand.gate)] };
    default:
      return { channels: gate.axes.map(({ channel }) => channel), gates: parents };
  }
}

/** The gates whose channels, parents and operands this data set has; the others are told. Issues: `cytometry-gates-left-out` and those of `orderGates`. */
export function applyGates({ channels }: FcsDataSet, parameters: CytometryParameters): AppliedGates {
  const all = fromParameters(parameters);
  const names = new Set(channels.map(({ name }) => name));
  let usable = all.filter((gate) => needs(gate).channels.every((channel) => names.has(channel)));
  for (let before = -1; before !== usable.length; ) {
    before = usable.length;
    const ids = new Set(usable.map(({ id }) => id));
    usable = usable.filter((gate) => needs(gate).gates.every((id) => ids.has(id)));
  }
  const left = all.filter((gate) => !usable.includes(gate)).map(({ id }) => id);
  const issues: Issue[] =
    left.length > 0 ? [analysisIssues.raise("cytometry-gates-left-out", { gates: left.join(", ") })] : [];
  const ordered = orderGates(usable);
  if (isRefused(ordered)) return { gates: [], resolved: [], issues: [...issues, ...ordered.issues] };
  return { gates: ordered.value, resolved: resolveGates(ordered.value, channels), issues };
}

/** Gates with channels and gates by their place in the lists; every channel and parent is there, parents first. */
export function resolveGates(gates: readonly Gate[], channels: FcsDataSet["channels"]): readonly EventGate[] {
  const place = new Map(gates.map(({ id }, i) => [id, i]));
  const axis = ({ channel, compensated }: { channel: string; compensated: boolean }): EventAxis => ({
    channel: channels.findIndex(({ name }) => name === channel),
    compensated,
    scale: null,
  });
  const resolved = (gate: Gate): EventGate => {
    const parent = gate.parent === null ? -1 : place.get(gate.parent)!;
    switch (gate.kind) {
      case "rectangle":
        return { ...gate, parent, bounds: gate.bounds.map((one) => ({ ...one, axis: axis(one.axis) })) };
      case "polygon":
        return { ...gate, parent, axes: [axis(gate.axes[0]), axis(gate.axes[1])] };
      case "ellipsoid":
        return { ...gate, parent, axes: gate.axes.map(axis) };
      case "boolean":
        return {
          ...gate,
          parent,
          operands: gate.operands.map((one) => ({ ...one, gate: place.get(one.gate)! })),
        };
    }
  };
  return gates.map(resolved);
}
