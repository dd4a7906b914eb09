import { type Issue, isAccepted, isRefused } from "../../../kernel/index.ts";
import type { FcsDataSet } from "../measurement.ts";
import type { Gate } from "../operations/gates/gate.ts";
import { readGatingMl } from "../operations/gates/gating-ml-read.ts";
import { orderGates } from "../operations/gates/hierarchy.ts";
import type { Scale } from "../operations/scales/scale.ts";
import { makeScale } from "../operations/scales/scale-function.ts";
import { type EventGate, resolveGates, type ScaleTable, scaleTable } from "./events/index.ts";
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

/** Where study.yaml names no population: the events outside the gate of the counting beads, which are no particles of the sample. */
function withoutCountingBeads({ population, beads, gates }: CytometryParameters): readonly Gate[] {
  const set = Object.values(beads).find(({ kind }) => kind === "counting");
  if (population !== null || set?.kind !== "counting") return [];
  const id = `not ${set.gate}`;
  if (!gates.some((gate) => gate.id === set.gate) || gates.some((gate) => gate.id === id)) return [];
  const operands = [{ gate: set.gate, complement: false }];
  return [{ kind: "boolean", id, parent: null, operator: "not", operands }];
}

/** Name of the gate whose events are counted: that of study.yaml, else what is not a counting bead; null: all events. */
export function populationName(parameters: CytometryParameters): string | null {
  return parameters.population ?? withoutCountingBeads(parameters)[0]?.id ?? null;
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

/** The line of the document is none of study.yaml. */
const inStudyFile = { file: "study.yaml", place: { key: "parameters.cytometry.gatingMl" } } as const;

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
  const document = parameters.gatingMl === undefined ? null : readGatingMl(parameters.gatingMl);
  const read = document && isAccepted(document) ? document.value.gates : [];
  const told = document === null ? [] : isAccepted(document) ? document.warnings : document.issues;
  const all = [...fromParameters(parameters), ...read, ...withoutCountingBeads(parameters)];
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
  const issues: Issue[] = [...told, ...[...unscaled.values()].flat()].map((issue) => ({
    ...issue,
    ...inStudyFile,
  }));
  if (left.length > 0)
    issues.push(analysisIssues.raise("cytometry-gates-left-out", { gates: left.join(", ") }));
  const ordered = orderGates(usable);
  if (isRefused(ordered)) return { gates: [], resolved: [], issues: [...issues, ...ordered.issues] };
  return {
    gates: ordered.value,
    resolved: resolveGates(
      ordered.value,
      channels.map(({ name }) => name),
      tableOf,
    ),
    issues,
  };
}

const tables = new Map<string, ScaleTable>();

/** The scale's table, made once: the files of a study share their gates. */
function tableOf(scale: Scale): ScaleTable {
  const key = JSON.stringify(scale);
  const known = tables.get(key);
  if (known) return known;
  const made = makeScale(scale);
  if (isRefused(made)) throw new RangeError(made.issues[0]!.message.en);
  const table = scaleTable(made.value.forward);
  tables.set(key, table);
  return table;
}
