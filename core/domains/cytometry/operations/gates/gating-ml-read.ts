import { readXml, type XmlElement } from "../../../../containers/xml.ts";
import { accepted, type Issue, isRefused, type Result, refused } from "../../../../kernel/index.ts";
import type { Gate } from "./gate.ts";
import { type GatingCompensation, type GatingDocument, gatingNamespace } from "./gating-ml.ts";
import { readMatrix, readScales } from "./gating-ml-scales.ts";
import { gateIds, readGate, UnusableScale } from "./gating-ml-shapes.ts";
import { attribute, Unreadable } from "./gating-ml-xml.ts";
import { gateDependencies, orderGates } from "./hierarchy.ts";
import { insideTest } from "./inside.ts";
import { gatesIssues } from "./issues.ts";

interface Collected {
  readonly gates: Gate[];
  readonly dropped: Set<string>;
  readonly issues: Issue[];
  /** Compensation references of the gates that were read, by gate. */
  readonly compensations: Map<string, ReadonlySet<string>>;
}

function whyUnreadable(error: unknown, gate: string, line: number): Issue {
  const place = { place: { line } };
  if (error instanceof UnusableScale) {
    const { transformation, what } = error;
    return what === null
      ? gatesIssues.raise("cytometry-gating-ml-ratio", { gate }, place)
      : gatesIssues.raise("cytometry-gating-ml-transformation", { gate, transformation, what }, place);
  }
  if (error instanceof Unreadable)
    return gatesIssues.raise("cytometry-gating-ml-element", { gate, what: error.what }, place);
  throw error;
}

function collect(root: XmlElement): Collected {
  const scales = readScales(root);
  const made: Collected = { gates: [], dropped: new Set(), issues: [], compensations: new Map() };
  for (const element of root.children) {
    if (element.namespace !== gatingNamespace) continue;
    const used = new Set<string>();
    const references = { scales, uses: (compensation: string) => used.add(compensation) };
    const name = attribute(element, gatingNamespace, "id") ?? element.name;
    try {
      const gates = readGate(element, references);
      const unusable = gates.flatMap((gate) => {
        const test = gate.kind === "boolean" ? null : insideTest(gate, gate.id);
        return test !== null && isRefused(test) ? test.issues : [];
      });
      if (unusable.length === 0) {
        made.gates.push(...gates);
        for (const gate of gates) made.compensations.set(gate.id, used);
        continue;
      }
      made.issues.push(...unusable.map((issue) => ({ ...issue, place: { line: element.line } })));
    } catch (error) {
      made.issues.push(whyUnreadable(error, name, element.line));
    }
    for (const id of gateIds(element)) made.dropped.add(id);
  }
  return made;
}

/** Leaves out the gates that depend on one that was left out, and those that depend on them. */
function withoutDependents({ gates, dropped, issues }: Collected): readonly Gate[] {
  const dependents = new Map<string, Gate[]>();
  for (const gate of gates) {
    for (const id of gateDependencies(gate)) {
      const known = dependents.get(id);
      if (known) known.push(gate);
      else dependents.set(id, [gate]);
    }
  }
  const waiting = [...dropped];
  for (let on = waiting.pop(); on !== undefined; on = waiting.pop()) {
    for (const gate of dependents.get(on) ?? []) {
      if (dropped.has(gate.id)) continue;
      dropped.add(gate.id);
      waiting.push(gate.id);
      issues.push(gatesIssues.raise("cytometry-gating-ml-dependent", { gate: gate.id, on }));
    }
  }
  return gates.filter(({ id }) => !dropped.has(id));
}

function compensationOf(
  root: XmlElement,
  gates: readonly Gate[],
  { compensations }: Collected,
): Result<GatingCompensation> {
  const used = new Set(gates.flatMap(({ id }) => [...(compensations.get(id) ?? [])]));
  const [only, ...more] = used;
  if (only === undefined) return accepted({ kind: "none" });
  if (more.length > 0) {
    const parameters = { compensations: [...used].sort().join(", ") };
    return refused(gatesIssues.raise("cytometry-gating-ml-compensations", parameters));
  }
  if (only === "FCS") return accepted({ kind: "file" });
  const matrix = readMatrix(root, only);
  return typeof matrix === "string"
    ? refused(gatesIssues.raise("cytometry-gating-ml-matrix", { matrix: only, what: matrix }))
    : accepted({ kind: "matrix", matrix });
}

/** The gates with fluorochromes of a square matrix named by the detectors of the same place. */
function byDetector(gates: readonly Gate[], compensation: GatingCompensation): readonly Gate[] {
  if (compensation.kind !== "matrix") return gates;
  const { fluorochromes, detectors } = compensation.matrix;
  if (fluorochromes.length !== detectors.length) return gates;
  const name = (channel: string): string => {
    const at = detectors.includes(channel) ? -1 : fluorochromes.indexOf(channel);
    return at < 0 ? channel : detectors[at]!;
  };
  const axis = <A extends { readonly channel: string; readonly compensated: boolean }>(one: A): A =>
    one.compensated ? { ...one, channel: name(one.channel) } : one;
  return gates.map((gate): Gate => {
    if (gate.kind === "rectangle")
      return { ...gate, bounds: gate.bounds.map((bound) => ({ ...bound, axis: axis(bound.axis) })) };
    if (gate.kind === "polygon") return { ...gate, axes: [axis(gate.axes[0]), axis(gate.axes[1])] };
    return gate.kind === "ellipsoid" ? { ...gate, axes: gate.axes.map(axis) } : gate;
  });
}

/**
 * The gates of a Gating-ML 2.0 text. A gate that uses a ratio of channels, a bounded or unknown transformation, or is not a
 * usable region is left out together with all that depend on it, each with an issue among the warnings. Issues: those of
 * `readXml` and `orderGates`, `cytometry-gating-ml-not`, `-empty`, `-element`, `-ratio`, `-transformation`, `-dependent`,
 * `-compensations`, `-matrix`. Source: Gating-ML 2.0 (ISAC 2013) and its schema 2.0.121207.
 */
export function readGatingMl(text: string): Result<GatingDocument> {
  const xml = readXml(text);
  if (isRefused(xml)) return xml;
  const root = xml.value;
  if (root.namespace !== gatingNamespace || root.name !== "Gating-ML") {
    const name = root.namespace === "" ? root.name : `{${root.namespace}}${root.name}`;
    return refused(
      gatesIssues.raise("cytometry-gating-ml-not", { root: name }, { place: { line: root.line } }),
    );
  }
  const collected = collect(root);
  const gates = orderGates(withoutDependents(collected));
  if (isRefused(gates)) return refused(...gates.issues, ...collected.issues);
  if (gates.value.length === 0) {
    return refused(gatesIssues.raise("cytometry-gating-ml-empty"), ...collected.issues);
  }
  const compensation = compensationOf(root, gates.value, collected);
  if (isRefused(compensation)) return refused(...compensation.issues, ...collected.issues);
  const document = { gates: byDetector(gates.value, compensation.value), compensation: compensation.value };
  return accepted(document, collected.issues);
}
