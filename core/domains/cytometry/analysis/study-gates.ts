import { type Issue, isAccepted, portable } from "../../../kernel/index.ts";
import type { Gate, GateAxis } from "../operations/gates/gate.ts";
import { readGatingMl } from "../operations/gates/gating-ml-read.ts";
import type { CytometryParameters } from "./parameters.ts";

type PolygonParameters = Extract<CytometryParameters["gates"][number], { readonly kind: "polygon" }>;

/** Every gate that a study sets, whatever channels its files have, with what reading them told. */
export interface StudyGates {
  readonly gates: readonly Gate[];
  readonly issues: readonly Issue[];
}

/** The gates of the parameters, then those of the Gating-ML text, then what is no counting bead. Issues: those of `readGatingMl`, told of study.yaml. */
export function studyGates(parameters: CytometryParameters): StudyGates {
  const document = parameters.gatingMl === undefined ? null : readGatingMl(parameters.gatingMl);
  const read = document && isAccepted(document) ? document.value.gates : [];
  const told = document === null ? [] : isAccepted(document) ? document.warnings : document.issues;
  return {
    gates: [...fromParameters(parameters), ...read, ...withoutCountingBeads(parameters)],
    issues: told.map(inStudyFile),
  };
}

/** The issue as one of the study's Gating-ML text: the line of that document is none of study.yaml. */
export function inStudyFile(issue: Issue): Issue {
  return { ...issue, file: "study.yaml", place: { key: "parameters.cytometry.gatingMl" } };
}

/** A polygon on the scales of its axes: vertices are linear values in the parameters. */
function polygon({ id, parent, axes, vertices }: PolygonParameters): Gate {
  const [x, y] = axes;
  const axis = ({ channel, compensated, cofactor }: typeof x): GateAxis => ({
    channel,
    compensated,
    scale: cofactor === undefined ? null : { kind: "cofactor", cofactor },
  });
  const place = ({ cofactor }: typeof x, value: number) =>
    cofactor === undefined ? value : portable.asinh(value / cofactor);
  return {
    kind: "polygon",
    id,
    parent,
    axes: [axis(x), axis(y)],
    vertices: vertices.map((vertex) => [place(x, vertex[0]), place(y, vertex[1])] as const),
  };
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
    if (gate.kind === "polygon") return polygon(gate);
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
