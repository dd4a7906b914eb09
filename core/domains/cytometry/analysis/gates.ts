import { type Issue, isRefused } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import type { Gate } from "../operations/gates/gate.ts";
import { orderGates } from "../operations/gates/hierarchy.ts";
import { makeScale } from "../operations/scales/scale-function.ts";
import { type EventGate, resolveGates } from "./events/index.ts";
import { tablesOf } from "./gate-tables.ts";
import { analysisIssues } from "./issues.ts";
import type { CytometryParameters } from "./parameters.ts";
import { inStudyFile, studyGates } from "./study-gates.ts";

/** The study's gates on one data set, parents first, ready for the events. */
export interface AppliedGates {
  readonly gates: readonly Gate[];
  readonly resolved: readonly EventGate[];
  readonly issues: readonly Issue[];
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

/** What keeps the scales of a gate's axes from being made. */
function wrongScales(gate: Gate): readonly Issue[] {
  if (gate.kind === "boolean") return [];
  const axes = gate.kind === "rectangle" ? gate.bounds.map((bound) => bound.axis) : gate.axes;
  return axes.flatMap(({ scale }) => {
    const made = scale === null ? null : makeScale(scale);
    return made && isRefused(made) ? made.issues : [];
  });
}

/** The gates whose channels, parents and operands this data set has; the others are told. Issues: `cytometry-gates-left-out` and those of `makeScale` and `orderGates`. */
export function applyGates({ channels }: FcsDataSet, parameters: CytometryParameters): AppliedGates {
  const { gates: all, issues: told } = studyGates(parameters);
  const names = new Set(channels.map(({ name }) => name));
  const unscaled = new Map(all.map((gate) => [gate, wrongScales(gate)]));
  const isMade = (gate: Gate) => unscaled.get(gate)!.length === 0;
  let usable = all.filter(
    (gate) => isMade(gate) && needs(gate).channels.every((channel) => names.has(channel)),
  );
  for (let before = -1; before !== usable.length; ) {
    before = usable.length;
    const ids = new Set(usable.map(({ id }) => id));
    usable = usable.filter((gate) => needs(gate).gates.every((id) => ids.has(id)));
  }
  const kept = new Set(usable);
  const ids = new Set(usable.map(({ id }) => id));
  const left = all
    .filter((gate) => !kept.has(gate))
    .map((gate) => {
      const needed = needs(gate);
      const lacking = [
        ...needed.channels.filter((channel) => !names.has(channel)),
        ...needed.gates.filter((id) => !ids.has(id)),
        ...(unscaled.get(gate) ?? []).map(({ code }) => code),
      ];
      return `${gate.id} (${[...new Set(lacking)].join(", ")})`;
    });
  const issues: Issue[] = [...told, ...[...unscaled.values()].flat().map(inStudyFile)];
  if (left.length > 0)
    issues.push(analysisIssues.raise("cytometry-gates-left-out", { gates: left.join(", ") }));
  const ordered = orderGates(usable);
  if (isRefused(ordered)) return { gates: [], resolved: [], issues: [...issues, ...ordered.issues] };
  return {
    gates: ordered.value,
    resolved: resolveGates(
      ordered.value,
      channels.map(({ name }) => name),
      tablesOf(ordered.value),
    ),
    issues,
  };
}
